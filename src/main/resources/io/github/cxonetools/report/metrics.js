/* Draws the charts of metrics.html with one cursor over all three of an action, whose table shows the figures beneath it. */
(function () {
  'use strict';

  var charts = window.cxoneCharts;
  var numbers = window.cxoneNumbers;
  var FIGURES = ['executions', 'errorRate', 'latency'];
  var WORDS = {executions: numbers.count, errorRate: numbers.percent, latency: numbers.duration};

  function whole(number) {
    return Number.isInteger(number) ? numbers.count(number) : '';
  }

  function sum(list) {
    return list.reduce(function (all, number) { return all + (number || 0); }, 0);
  }

  /*
   * Where the scale of a chart ends. A version that hardly ran may have any rate: where one would flatten all others, its points
   * stand at the upper edge, and the heading says how far beyond they are. The judged version, the first, is never cut.
   */
  function end(action, name, limits) {
    var most = 0;
    var kept = limits.reduce(function (high, limit) { return Math.max(high, limit.value * 1.5); }, 0);
    var stretches = action.labels.map(function (label, at) {
      return sum(action.versions.map(function (version) { return version.executions[at]; }));
    });
    action.versions.forEach(function (version, order) {
      version[name].forEach(function (value, at) {
        if (value !== null) {
          most = Math.max(most, value);
          if (order === 0 || (version.executions[at] || 0) >= stretches[at] * 0.02) {
            kept = Math.max(kept, value);
          }
        }
      });
    });
    return most > kept * 2 && kept > 0 ? kept * 1.15 : null;
  }

  function beyond(action, name, top) {
    var words = [];
    action.versions.forEach(function (version) {
      version[name].forEach(function (value, at) {
        if (top !== null && value !== null && value > top) {
          words.push(version.label + ' ' + WORDS[name](value) + ' on ' + action.labels[at]);
        }
      });
    });
    return words.length < 4 ? words.join(', ') : words.slice(0, 3).join(', ') + ' and ' + (words.length - 3) + ' more';
  }

  function note(canvas, text) {
    if (text) {
      var span = document.createElement('span');
      span.className = 'beyond';
      span.textContent = ' ▲ beyond the scale: ' + text;
      canvas.closest('figure').querySelector('figcaption').append(span);
    }
  }

  function chart(index, name, action, settings) {
    var limits = action.limits[name] || [];
    var top = settings.type === 'line' ? end(action, name, limits) : null;
    var canvas = document.getElementById(name + '-' + index);
    note(canvas, beyond(action, name, top));
    return charts.draw(canvas, Object.assign({
      labels: action.labels,
      markers: action.markers,
      end: top,
      limits: limits.map(function (limit) {
        var words = WORDS[name](limit.value);
        return {value: limit.value, text: limit.text + ' ' + words, short: words};
      }),
      axisWidth: 74,
      tooltip: false,
      series: action.versions.map(function (version, order) {
        return {label: version.label, values: version[name], colour: version.other ? 'series-8' : order, width: order === 0 ? 3 : 1.75};
      })
    }, settings));
  }

  function wordsOf(name, value) {
    return value === null ? '–' : WORDS[name](value);
  }

  /* The table beside the charts: the whole window, or what is beneath the cursor. */
  function Readout(table, action) {
    this.action = action;
    this.caption = table.querySelector('caption');
    this.head = this.caption.textContent;
    this.foot = table.querySelector('tfoot');
    this.cells = Array.from(table.querySelectorAll('tbody tr')).map(function (row) {
      return Array.from(row.querySelectorAll('td'));
    });
    this.whole = this.cells.map(function (row) {
      return row.map(function (cell) { return {html: cell.innerHTML, name: cell.className}; });
    });
  }

  Readout.prototype.show = function (at) {
    var action = this.action;
    var whole = this.whole;
    this.caption.textContent = at === null ? this.head : numbers.moment(action.stamps[at]);
    this.foot.hidden = at !== null;
    this.cells.forEach(function (row, order) {
      row.forEach(function (cell, column) {
        if (at === null) {
          cell.className = whole[order][column].name;
          cell.innerHTML = whole[order][column].html;
        } else {
          cell.className = 'figure';
          cell.textContent = wordsOf(FIGURES[column], action.versions[order][FIGURES[column]][at]);
        }
      });
    });
  };

  function moveByKeys(group, length, move) {
    var at = null;
    group.addEventListener('keydown', function (event) {
      var next = {ArrowRight: at === null ? 0 : Math.min(length - 1, at + 1), ArrowLeft: at === null ? length - 1 : Math.max(0, at - 1),
        Home: 0, End: length - 1, Escape: null}[event.key];
      if (next !== undefined) {
        at = next;
        event.preventDefault();
        move(at);
      }
    });
    group.addEventListener('blur', function () {
      at = null;
      move(null);
    });
  }

  /* The name of a version becomes a button that shows and hides it in all charts. */
  function toggles(table, drawn) {
    table.querySelectorAll('tbody tr').forEach(function (row, order) {
      var name = row.querySelector('.version');
      var control = document.createElement('button');
      control.type = 'button';
      control.className = 'version';
      control.setAttribute('aria-pressed', 'true');
      control.title = 'Show or hide in the charts';
      control.textContent = name.textContent;
      name.replaceWith(control);
      control.addEventListener('click', function () {
        var shown = control.getAttribute('aria-pressed') !== 'true';
        control.setAttribute('aria-pressed', String(shown));
        charts.toggle(drawn, order, shown);
      });
    });
  }

  charts.data('cxone-data').actions.forEach(function (action, index) {
    var group = document.getElementById('plots-' + index);
    if (!group) {
      return;
    }
    var table = document.getElementById('readout-' + index);
    var drawn = [
      chart(index, 'executions', action, {type: 'bar', stacked: true, format: whole}),
      chart(index, 'errorRate', action, {type: 'line', format: numbers.percent, max: 0.01}),
      chart(index, 'latency', action, {type: 'line', format: numbers.duration})
    ];
    var readout = new Readout(table, action);
    var move = charts.link(drawn, function (at) { readout.show(at); });
    moveByKeys(group, action.labels.length, move);
    toggles(table, drawn);
  });
})();
