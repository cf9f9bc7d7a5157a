/* Counts what is drawn and what there is to draw: numbers in the charts' data, bars and points on the canvases. */
var counts = {canvases: 0, charts: 0, data: 0, marks: 0};
document.querySelectorAll('canvas').forEach(function (canvas) {
  counts.canvases++;
  var chart = Chart.getChart(canvas);
  if (!chart) {
    return;
  }
  counts.charts++;
  chart.data.datasets.forEach(function (dataset, index) {
    counts.data += dataset.data.filter(function (value) { return value !== null; }).length;
    counts.marks += chart.getDatasetMeta(index).data.filter(function (mark) {
      return !mark.skip && (mark.height === undefined || mark.height > 0) && Number.isFinite(mark.x) && Number.isFinite(mark.y) && mark.y >= 0 && mark.y <= canvas.clientHeight;
    }).length;
  });
});
return counts;
