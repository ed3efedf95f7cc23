// What was tried?
import {tableOf} from '../../table.js';
import {capital, counted, enumeration, plain, sentences} from '../../words.js';
import {section, table} from '../parts.js';

/// Section "Design".
export function design({experiment}) {
  const {factors, outputs, points, replications, finished, failed} = experiment;
  const runs =
    failed > 0 ? `${counted(finished, 'run')} finished and ${counted(failed, 'run')} failed` : `all ${counted(finished, 'run')} finished`;
  return section(
    'design',
    'Design',
    sentences(
      `${capital(plain(experiment.design))} design over ${counted(factors.length, 'factor')}: ${counted(points, 'point')},`,
      `each with ${counted(replications, 'replication')}; ${runs}.`,
      `Observed ${outputs.length === 1 ? 'is' : 'are'} ${enumeration(outputs.map(outputInWords))}.`,
    ),
    [
      table(
        'factors',
        'Factors',
        '',
        tableOf(factors, [
          ['factor', '', ({name}) => plain(name)],
          ['unit', '', ({unit}) => unit || ''],
          ['levels', '', levelsOf],
        ]),
      ),
    ],
  );
}

const levelsOf = ({levels, low, high}) => (levels ? levels.join(', ') : `${low} to ${high}`);

const outputInWords = ({name, unit}) => (unit ? `${plain(name)} (${unit})` : plain(name));
