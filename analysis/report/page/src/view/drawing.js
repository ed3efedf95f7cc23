// When is a chart drawn, and how large?
import {echarts, heightOf, optionOf} from '../charts/echarts.js';
import {chartTheme} from '../theme.js';

/// The drawing of the chart that `chart()` gives: it is made when it comes near what the reader sees, and made again when the colours
/// or the width change.
export function drawing(container, chart, report) {
  let instance = null;
  let near = false;
  const widthOf = () => report.printWidth ?? Math.max(280, container.clientWidth);

  function draw() {
    near = true;
    const scale = shrinkOf(chart(), widthOf(), report);
    const theme = chartTheme({dark: report.dark(), width: widthOf() / scale});
    const height = heightOf(chart(), theme);
    const renderer = chart().renderer ?? 'svg';
    if (instance && instance.rendererOfReport !== renderer) dispose();
    instance ??= Object.assign(echarts.init(container, null, {renderer, width: theme.width, height}), {rendererOfReport: renderer});
    instance.resize({width: theme.width, height, silent: true});
    instance.setOption(optionOf(chart(), theme), {notMerge: true});
    instance.getZr().flush();
    scaleTo(container, scale, {width: theme.width, height});
  }

  function dispose() {
    instance.dispose();
    instance = null;
  }

  const redraw = () => (near ? draw() : reserve());

  function reserve() {
    container.style.height = `${heightOf(chart(), chartTheme({width: widthOf()}))}px`;
  }

  report.watch(container, {draw, redraw});
  return {draw, redraw, instance: () => instance};
}

const PAGE_HEIGHT = 860;

/// How much smaller a chart must be to fit on a sheet of paper; 1 on a screen.
const shrinkOf = (chart, width, report) => (report.printWidth ? Math.min(1, PAGE_HEIGHT / heightOf(chart, chartTheme({width}))) : 1);

/// Shows a drawing of `width` and `height` pixels `scale` times as large.
function scaleTo(container, scale, {width, height}) {
  container.style.height = `${height * scale}px`;
  const svg = container.querySelector('svg');
  if (!svg) return;
  if (scale === 1) svg.removeAttribute('viewBox');
  else svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.style.width = scale === 1 ? '' : `${width * scale}px`;
  svg.style.height = scale === 1 ? '' : `${height * scale}px`;
}
