// What does a sentence of a story consist of besides texts?
import {day, duration} from './words.js';

const SOON_S = 1800;

/// A moment, to which the reader can go.
export const moment = (seconds) => ({seconds, text: day(seconds)});

/// "on day 3.42", or "0.3 s later" if `seconds` is soon after `before`.
export function when(seconds, before) {
  const later = seconds - before;
  if (later < 0 || later > SOON_S) return ['on ', moment(seconds)];
  return [{seconds, text: later < 0.05 ? 'at once' : `${duration(later)} later`}];
}

/// A node of the network, at which the reader can look.
export const nodePart = (model, node) => ({node, text: model.nameOf(node)});
