// How does a table become a file that other programs read?

/// Units stand in the head, as in "mean [EUR]"; fields are quoted where RFC 4180 asks for it; what does not exist is empty.
export function csvOf({columns, rows}) {
  const head = columns.map(({name, unit}) => (unit ? `${name} [${unit}]` : name));
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
