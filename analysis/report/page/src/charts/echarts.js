// Which parts of ECharts does a report need?
import {BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart} from 'echarts/charts';
import {
  AriaComponent,
  AxisPointerComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import {CanvasRenderer, SVGRenderer} from 'echarts/renderers';

import {harmlessOption} from './parts/base.js';

echarts.use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  AriaComponent,
  AxisPointerComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  CanvasRenderer,
  SVGRenderer,
]);

export {echarts};

/// The option of a chart, with texts that ECharts can hold.
export const optionOf = (chart, theme) => harmlessOption(chart.option(theme));

/// Height in pixels of a chart of a theme's width.
export const heightOf = (chart, theme) => (typeof chart.height === 'function' ? chart.height(theme) : chart.height);
