// What does the replay do when its window, its colours or its paper change?

/// Draws anew after a change of size or colours; on paper it is a still picture of the end.
export function listenToWindow(place, {scene, stage, parts, player, loop}) {
  const fit = () => {
    if (!stage.fit()) return;
    parts.strip.resize();
    loop.redraw();
  };
  new ResizeObserver(fit).observe(stage.view);
  new MutationObserver(() => {
    scene.recolour();
    stage.stale();
    loop.redraw();
  }).observe(document.documentElement, {attributeFilter: ['data-scheme']});
  listenToPaper(place, {scene, stage, parts, player, fit});
}

/// The replay is as wide as paper while it is drawn for it; the picture is drawn within the event, so that it is sharp on paper.
function listenToPaper(place, {scene, stage, parts, player, fit}) {
  let before = null;
  const prepare = (onPaper) => {
    place.classList.toggle('replay-on-paper', onPaper);
    scene.recolour();
    fit();
  };
  window.addEventListener('beforeprint', () => {
    before = player.state.seconds;
    player.pause();
    player.seek(scene.model.replay.horizon_s);
    prepare(true);
    stage.draw({seconds: player.state.seconds, still: true, onPaper: true, chosen: {node: null, row: null}, step: null});
    for (const part of [parts.strip, parts.counters]) part.update(player.state);
  });
  window.addEventListener('afterprint', () => {
    prepare(false);
    if (before !== null) player.seek(before);
    before = null;
  });
}
