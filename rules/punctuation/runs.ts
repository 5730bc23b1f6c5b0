/** Telling an ellipsis of whatever make from points that stand on one another: both are runs of points. */

/** Whether a run of points is meant as an ellipsis: it has … in it, or is three and more of one mark, or dots. */
export function isEllipsis(run: string): boolean {
  return run.includes('…') || /^(?:\.{2,}|。{3,}|、{3,}|[·•・．]{3,})$/.test(run);
}
