// What happens when the reader points at the map?

/// Pointing shows names; a click brings the keys to the replay, and chooses a minifactory, customers, the operator or an order, and
/// beside them nothing.
export function pointAtMap(stage, player, redraw) {
  const under = (event) => {
    const box = stage.front.getBoundingClientRect();
    return stage.find(event.clientX - box.left, event.clientY - box.top);
  };
  const hover = (found) => {
    if (found?.node === stage.hovered?.node && found?.row === stage.hovered?.row) return;
    stage.hovered = found;
    stage.front.classList.toggle('replay-pointed', found !== null);
    redraw();
  };
  stage.front.addEventListener('pointermove', (event) => hover(under(event)));
  stage.front.addEventListener('pointerleave', () => hover(null));
  stage.front.addEventListener('click', (event) => {
    const found = under(event);
    stage.view.focus({preventScroll: true});
    player.choose(found ? {node: found.node, row: found.row} : {});
  });
}
