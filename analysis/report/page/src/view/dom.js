// How are elements made? Text goes in as text nodes only, so that no name can become markup.

/// An element: attributes that are null or false are left out, functions under `on` become listeners, children are nodes or texts.
export function element(tag, {on = {}, ...attributes} = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const button = (label, action, more = {}) => element('button', {type: 'button', on: {click: action}, ...more}, label);

/// Hands a file to the reader.
export function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = element('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
