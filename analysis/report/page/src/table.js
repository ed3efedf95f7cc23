// How are tables of the data read and made?

/// The rows of a table as objects by the names of its columns.
export const recordsOf = ({columns, rows}) => rows.map((row) => Object.fromEntries(columns.map(({name}, i) => [name, row[i]])));

/// A table from records; a column is [name, unit, value of a record, more properties].
export const tableOf = (records, columns) => ({
  columns: columns.map(([name, unit, , more]) => ({name, unit, ...more})),
  rows: records.map((record, index) => columns.map(([, , value]) => value(record, index) ?? null)),
});

/// The different values in the order in which they first occur.
export const distinct = (values) => [...new Set(values)];

export const sum = (values) => values.reduce((total, value) => total + (value ?? 0), 0);

export const hasValue = (values) => (values ?? []).some((value) => value !== null && value !== undefined);
