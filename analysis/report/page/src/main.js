// The page of a report, built from the data that stand in it.
import {sectionsOf} from './sections/index.js';
import {followReader, showPage} from './view/page.js';
import {reportOf} from './view/report.js';
import {schemeSwitch} from './view/scheme.js';

const data = JSON.parse(document.getElementById('report-data').textContent);
const scheme = schemeSwitch(() => report.redraw());
const report = reportOf(data, scheme.dark);
window.ccmsimReport = report;
showPage({data, sections: sectionsOf(data), report, scheme});
followReader();

let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) requestAnimationFrame(() => report.redraw());
  width = window.innerWidth;
});
window.addEventListener('beforeprint', () => {
  scheme.print(true);
  report.beforePrint();
});
window.addEventListener('afterprint', () => {
  scheme.print(false);
  report.afterPrint();
});
