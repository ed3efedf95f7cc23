// Where do the numbers come from, and how does one make them again?
import {tableOf} from '../table.js';
import {counted} from '../words.js';
import {section, table} from './parts.js';

/// Section "What was run" of every report.
export function whatWasRun({facts, again, run}) {
  return section(
    'what',
    'What was run',
    [],
    [
      {
        kind: 'facts',
        facts: run && !facts.some(([label]) => label === 'Simulated time') ? [...facts, ['Simulated time', timeOf(run)]] : facts,
      },
      again.length > 0 && {kind: 'commands', title: 'Run it again', lines: again, text: 'From the directory of these results:'},
    ],
  );
}

const timeOf = ({periods, period_d: days}) => `${counted(periods, 'period')} of ${counted(days, 'day')}`;

/// Section "Sources" of every report.
export function sources({made_by: madeBy, files}) {
  const programs = Object.entries(madeBy).map(([program, version]) => ({program, version}));
  return section(
    'sources',
    'Sources',
    'Which programs made these numbers, and the files that hold them. A file is the same if its SHA-256 sum is the same.',
    [
      table(
        'programs',
        'Programs',
        '',
        tableOf(programs, [
          ['program', '', ({program}) => program],
          ['version', '', ({version}) => String(version)],
        ]),
      ),
      files.length > 0 &&
        table(
          'files',
          'Files',
          '',
          tableOf(files, [
            ['file', '', ({name}) => name],
            ['SHA-256', '', ({sha256}) => sha256, {code: true}],
          ]),
          {folded: true},
        ),
    ],
  );
}
