/* The executions: a line each, filters, and one of them beside the table. */
(function () {
  'use strict';

  var SHOWN = 50;
  var MOST = 1000;

  var element = window.cxoneSchema.element;
  var answer = window.cxoneAnswer;

  function at(id) { return document.getElementById(id); }

  /* settings: {call: function (method, path, body) -> promise, use: function (execution)} */
  window.cxoneHistory = function (settings) {
    var newest = 0;
    var oldest = 0;
    var any = 0;
    var open = null;
    var asked = 0;

    function filters() {
      var chosen = {status: at('by-status').value, text: at('by-text').value.trim()};
      var version = at('by-version').value.split('\n');
      if (version.length === 2) {
        chosen.name = version[0];
        chosen.version = version[1];
      }
      return Object.keys(chosen).filter(function (key) { return chosen[key]; }).map(function (key) {
        return '&' + key + '=' + encodeURIComponent(chosen[key]);
      }).join('');
    }

    function cell(attributes) { return element.apply(null, ['td'].concat(Array.prototype.slice.call(arguments))); }

    function row(execution) {
      var result = Object.assign({status: execution.status, type: execution.type}, execution.result);
      var button = element('button', {type: 'button', class: 'link', 'aria-label': 'Open execution ' + execution.id}, answer.moment(execution.timestamp));
      var made = element('tr', {},
        cell({class: 'time'}, button),
        cell({class: 'name'}, execution.name + ' ', element('span', {}, execution.version)),
        cell({class: 'result'}, answer.badge(result), execution.coldStart ? ' ' : null, execution.coldStart ? answer.cold() : null),
        cell({class: 'figure'}, execution.latencyMs === undefined ? '–' : window.cxoneNumbers.duration(execution.latencyMs)),
        cell({class: 'what'}, result.status === 'success' ? JSON.stringify(result.output).slice(0, 240) : answer.words(result).slice(0, 240)));
      made.dataset.id = execution.id;
      made.addEventListener('click', function () { settings.quietly(show(execution.id)); });
      return made;
    }

    function select(id) {
      open = id;
      Array.from(at('latest').rows).forEach(function (each) {
        if (each.dataset.id === id) { each.setAttribute('aria-selected', 'true'); } else { each.removeAttribute('aria-selected'); }
      });
      at('execution').hidden = id === null;
      document.querySelector('.with-drawer').classList.toggle('open', id !== null);
    }

    function close() {
      var id = open;
      select(null);
      var line = Array.from(at('latest').rows).find(function (each) { return each.dataset.id === id; });
      if (line) { line.querySelector('button').focus(); }
    }

    function show(id) {
      return settings.call('GET', '/local/v1/executions/' + id).then(function (execution) {
        var shut = element('button', {type: 'button', 'aria-label': 'Close', title: 'Close (Esc)'}, '✕');
        shut.addEventListener('click', close);
        var title = element('h3', {tabindex: '-1'}, execution.name + ' ' + execution.version);
        var drawer = at('execution');
        drawer.replaceChildren(element('div', {class: 'drawer-head'}, title, shut));
        var result = execution.result;
        if (result) {
          drawer.append.apply(drawer, answer.parts(Object.assign({}, result, execution.coldStart ? {cold_start: true} : {}), execution.timestamp));
        } else {
          drawer.append(element('p', {class: 'muted'}, answer.moment(execution.timestamp), '. Payload and result are no longer kept.'));
        }
        if (execution.payload !== undefined) {
          var again = element('button', {type: 'button'}, 'Take as payload');
          again.addEventListener('click', function () { settings.use(execution); });
          drawer.append(element('h4', {}, 'Payload'), answer.code(execution.payload),
            element('p', {class: 'buttons'}, again, answer.copy('Copy payload', execution.payload)));
        }
        select(id);
        title.focus();
      });
    }

    function state() {
      var rows = at('latest').rows.length;
      at('latest-box').hidden = rows === 0;
      at('no-latest').hidden = rows > 0 || any > 0;
      at('none-match').hidden = rows > 0 || any === 0;
    }

    function read(range, limit) {
      return settings.call('GET', '/local/v1/executions?limit=' + limit + range + filters()).then(function (page) { return page.entities; });
    }

    /* All anew, with the filters as they are. */
    function reload() {
      var mine = ++asked;
      return read('', SHOWN).then(function (executions) {
        if (mine !== asked) { return; }
        at('latest').replaceChildren.apply(at('latest'), executions.map(row));
        newest = executions.length ? Number(executions[0].id) : 0;
        oldest = executions.length ? Number(executions[executions.length - 1].id) : 0;
        at('older').hidden = executions.length < SHOWN;
        any = Math.max(any, newest);
        select(open);
        state();
      });
    }

    function older() {
      return read('&before=' + oldest, SHOWN).then(function (executions) {
        at('latest').append.apply(at('latest'), executions.map(row));
        oldest = executions.length ? Number(executions[executions.length - 1].id) : oldest;
        at('older').hidden = executions.length < SHOWN || at('latest').rows.length >= MOST;
      });
    }

    /* Adds what is new; true where anything was executed, shown or not. */
    function refresh() {
      return settings.call('GET', '/local/v1/executions?limit=1&after=' + any).then(function (news) {
        if (!news.entities.length) {
          state();
          return false;
        }
        any = Number(news.entities[0].id);
        return read('&after=' + Math.max(newest, 0), SHOWN).then(function (executions) {
          executions.slice().reverse().forEach(function (execution) {
            if (Number(execution.id) > newest) {
              at('latest').prepend(row(execution));
              newest = Number(execution.id);
            }
          });
          oldest = oldest || (executions.length ? Number(executions[executions.length - 1].id) : 0);
          state();
          return true;
        });
      });
    }

    ['by-status', 'by-version'].forEach(function (id) {
      at(id).addEventListener('change', function () { settings.quietly(reload()); });
    });
    var typing;
    at('by-text').addEventListener('input', function () {
      clearTimeout(typing);
      typing = setTimeout(function () { settings.quietly(reload()); }, 250);
    });
    at('older').addEventListener('click', function () { settings.quietly(older()); });
    at('execution').addEventListener('keydown', function (event) { if (event.key === 'Escape') { close(); } });

    return {reload: reload, refresh: refresh, isEmpty: function () { return any === 0; }};
  };
})();
