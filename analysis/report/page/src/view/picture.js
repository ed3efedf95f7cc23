// How does a chart become a picture for slides?
import {echarts, heightOf, optionOf} from '../charts/echarts.js';
import {chartTheme} from '../theme.js';
import {element, save} from './dom.js';

const WIDTH = 960;

/// Saves a chart as PNG, twice as fine as a screen, in the colours of the page.
export function savePicture(chart, dark) {
  const theme = chartTheme({dark, width: WIDTH, opaque: true});
  const place = element('div', {});
  const instance = echarts.init(place, null, {renderer: 'canvas', width: WIDTH, height: heightOf(chart, theme), devicePixelRatio: 2});
  instance.setOption(optionOf(chart, theme));
  instance.getZr().flush();
  instance.renderToCanvas({pixelRatio: 2, backgroundColor: theme.paper}).toBlob((blob) => {
    save(`${chart.id}.png`, blob);
    instance.dispose();
  }, 'image/png');
}
