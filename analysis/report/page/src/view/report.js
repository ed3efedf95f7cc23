// What do the figures of a page share: which charts there are, when they are drawn, which of several is chosen?

const PRINT_WIDTH = 660;

/// The register of the page's charts. `dark` tells whether the colours are dark.
export function reportOf(data, dark) {
  const charts = {},
    drawings = [],
    choices = {};
  let figures = 0,
    tables = 0;
  const near = new IntersectionObserver(
    (entries) =>
      entries
        .filter(({isIntersecting}) => isIntersecting)
        .forEach(({target}) => {
          near.unobserve(target);
          drawings.find(({container}) => container === target).draw();
        }),
    {rootMargin: '600px 0px'},
  );

  return {
    data,
    charts,
    dark,
    printWidth: null,
    nextFigure: () => ++figures,
    nextTable: () => ++tables,
    know(chart, drawn) {
      charts[chart.id] = {
        chart,
        get option() {
          return drawn.instance()?.getOption();
        },
        get instance() {
          return drawn.instance();
        },
      };
    },
    forget: (id) => delete charts[id],
    watch(container, drawing) {
      drawings.push({container, ...drawing});
      near.observe(container);
    },
    onChoice: (group, chosen) => (choices[group] ??= []).push(chosen),
    choose: (group, name) => choices[group].forEach((chosen) => chosen(name)),
    renderAll: () => drawings.forEach(({draw}) => draw()),
    redraw: () => drawings.forEach(({redraw}) => redraw()),
    beforePrint() {
      this.printWidth = PRINT_WIDTH;
      this.renderAll();
    },
    afterPrint() {
      this.printWidth = null;
      this.redraw();
    },
  };
}
