// Which sections does the report of an experiment have?
import {design} from './design.js';
import {effects} from './effects.js';
import {points} from './points.js';
import {sensitivity} from './sensitivity.js';

export const EXPERIMENT = [design, effects, sensitivity, points];
