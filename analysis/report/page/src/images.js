// Draws the charts of a report as pictures: node images.mjs DATA.json DIRECTORY prints the name of each file that it wrote.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {echarts, heightOf, optionOf} from './charts/echarts.js';
import {chartsOf, sectionsOf} from './sections/index.js';
import {chartTheme} from './theme.js';

const WIDTH = 900;

function svgOf(chart) {
  const theme = chartTheme({width: WIDTH, opaque: true});
  const drawing = echarts.init(null, null, {renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(chart, theme)});
  drawing.setOption(optionOf(chart, theme));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}

const [data, directory] = process.argv.slice(2);
mkdirSync(directory, {recursive: true});
for (const chart of chartsOf(sectionsOf(JSON.parse(readFileSync(data, 'utf8'))))) {
  const name = `${chart.id}.svg`;
  writeFileSync(join(directory, name), svgOf(chart));
  console.log(name);
}
process.exit(0);
