/* JSON as pages show it: with marks at JSON pointers, as expected beside actual, and a schema at a pointer. Numbers keep their digits. */
window.cxoneJson = (function () {
  'use strict';

  var FOLD_FROM = 6;
  var FOLD_EDGE = 2;

  /* A number as it is written: a double would lose digits. */
  function Digits(source) {
    this.source = source;
  }

  function parse(text) {
    try {
      return {value: JSON.parse(text, function (key, value, context) {
        return typeof value === 'number' && context && context.source ? new Digits(context.source) : value;
      })};
    } catch (e) {
      return null;
    }
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function isTree(value) {
    return value !== null && typeof value === 'object' && !(value instanceof Digits);
  }

  function scalar(value) {
    return value instanceof Digits ? value.source : JSON.stringify(value);
  }

  function step(name) {
    return '/' + String(name).replace(/~/g, '~0').replace(/\//g, '~1');
  }

  function segments(pointer) {
    return pointer.split('/').slice(1).map(function (each) {
      return each.replace(/~1/g, '/').replace(/~0/g, '~');
    });
  }

  /* Lines of a value: {text, pointer}; the first begins with head, the last ends with tail. */
  function lines(value, pointer, depth, head, tail, out) {
    var space = '  '.repeat(depth);
    if (!isTree(value)) {
      out.push({text: space + head + scalar(value) + tail, pointer: pointer});
      return out;
    }
    var list = Array.isArray(value);
    var keys = Object.keys(value);
    if (!keys.length) {
      out.push({text: space + head + (list ? '[]' : '{}') + tail, pointer: pointer});
      return out;
    }
    out.push({text: space + head + (list ? '[' : '{'), pointer: pointer});
    keys.forEach(function (key, index) {
      lines(value[key], pointer + step(key), depth + 1, list ? '' : JSON.stringify(key) + ': ',
        index < keys.length - 1 ? ',' : '', out);
    });
    out.push({text: space + (list ? ']' : '}') + tail, pointer: pointer, closes: true});
    return out;
  }

  /* A document with marks at pointers; as it is, where it is no JSON. */
  function marked(text, pointers) {
    var parsed = parse(text);
    var pre = element('pre', 'json');
    pre.tabIndex = 0;
    if (!parsed) {
      pre.textContent = text;
      return pre;
    }
    lines(parsed.value, '', 0, '', '', []).forEach(function (line) {
      var bad = !line.closes && pointers.indexOf(line.pointer) >= 0;
      pre.append(element('span', bad ? 'line marked' : 'line', line.text + '\n'));
    });
    return pre;
  }

  /*
   * Rows of two documents beside each other: {left, right, pointer, kind}. Only what is listed in pointers differs: a placeholder,
   * or a member that nobody expects, does not.
   */
  function align(left, right, pointer, depth, head, differs, out) {
    var space = '  '.repeat(depth);
    if (differs[pointer] || !isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) {
      pair(left, right, pointer, depth, head, differs[pointer] ? 'differs' : 'equal', out);
      return;
    }
    var list = Array.isArray(left);
    var keys = Object.keys(left).concat(Object.keys(right).filter(function (key) { return !(key in left); }));
    out.push({left: space + head + (list ? '[' : '{'), right: space + head + (list ? '[' : '{'), pointer: pointer, kind: 'equal'});
    keys.forEach(function (key) {
      var place = pointer + step(key);
      var name = list ? '' : JSON.stringify(key) + ': ';
      if (!(key in left) || !(key in right)) {
        pair(left[key], right[key], place, depth + 1, name, differs[place] ? 'differs' : 'extra', out);
      } else {
        align(left[key], right[key], place, depth + 1, name, differs, out);
      }
    });
    out.push({left: space + (list ? ']' : '}'), right: space + (list ? ']' : '}'), pointer: pointer, kind: 'equal'});
  }

  function pair(left, right, pointer, depth, head, kind, out) {
    var a = left === undefined ? [] : lines(left, pointer, depth, head, '', []);
    var b = right === undefined ? [] : lines(right, pointer, depth, head, '', []);
    for (var i = 0; i < Math.max(a.length, b.length); i++) {
      out.push({left: a[i] ? a[i].text : null, right: b[i] ? b[i].text : null, pointer: pointer, kind: kind});
    }
  }

  function cell(text, side) {
    var made = element('span', 'cell ' + side + (text === null ? ' none' : ''));
    made.textContent = text === null ? '' : text;
    return made;
  }

  /* Expected beside actual, equal parts folded; the number of differences is in data-differences. */
  function beside(expected, actual, pointers) {
    var left = parse(expected);
    var right = parse(actual);
    var box = element('div', 'beside');
    if (!left || !right) {
      return null;
    }
    var differs = {};
    pointers.forEach(function (pointer) { differs[pointer] = true; });
    var rows = [];
    align(left.value, right.value, '', 0, '', differs, rows);
    var heads = element('div', 'side-heads');
    heads.append(element('span', '', 'Expected'), element('span', '', 'Actual'));
    var grid = element('div', 'side-rows');
    grid.tabIndex = 0;
    grid.setAttribute('role', 'group');
    grid.setAttribute('aria-label', 'Expected beside actual');
    fold(rows, grid);
    box.append(heads, grid);
    return box;
  }

  function row(each, last) {
    var line = element('div', 'side-row ' + each.kind);
    if (each.kind === 'differs' && each.pointer !== last) {
      line.dataset.difference = each.pointer;
    }
    line.append(cell(each.left, 'left'), cell(each.right, 'right'));
    return line;
  }

  function fold(rows, grid) {
    var at = 0;
    var last = null;
    while (at < rows.length) {
      var end = at;
      while (end < rows.length && rows[end].kind !== 'differs') {
        end++;
      }
      var from = at === 0 ? at : at + FOLD_EDGE;
      var to = end === rows.length ? end : end - FOLD_EDGE;
      if (end - at < FOLD_FROM || to - from < 3) {
        from = to = end;
      }
      for (var i = at; i < from; i++) {
        grid.append(row(rows[i], last));
      }
      if (to > from) {
        grid.append(folded(rows.slice(from, to)));
      }
      for (i = Math.max(from, to); i < end; i++) {
        grid.append(row(rows[i], last));
      }
      at = end;
      while (at < rows.length && rows[at].kind === 'differs') {
        grid.append(row(rows[at], last));
        last = rows[at].pointer;
        at++;
      }
    }
  }

  function folded(rows) {
    var button = element('button', 'fold', '⋯ ' + rows.length + ' equal lines');
    button.type = 'button';
    button.addEventListener('click', function () {
      rows.forEach(function (each) { button.before(row(each, null)); });
      button.remove();
    });
    return button;
  }

  function resolve(root, schema) {
    for (var i = 0; i < 20 && schema && typeof schema.$ref === 'string'; i++) {
      if (schema.$ref.charAt(0) !== '#') {
        return schema;
      }
      schema = segments(decodeURIComponent(schema.$ref.slice(1))).reduce(function (at, name) {
        return at ? at[name] : undefined;
      }, root);
    }
    return schema;
  }

  function below(root, schema, name) {
    schema = resolve(root, schema);
    if (!isTree(schema)) {
      return undefined;
    }
    if (isTree(schema.properties) && Object.prototype.hasOwnProperty.call(schema.properties, name)) {
      return schema.properties[name];
    }
    if (/^\d+$/.test(name) && schema.items) {
      return Array.isArray(schema.items) ? schema.items[name] : schema.items;
    }
    var branches = [].concat(schema.allOf || [], schema.anyOf || [], schema.oneOf || []);
    for (var i = 0; i < branches.length; i++) {
      var found = below(root, branches[i], name);
      if (found !== undefined) {
        return found;
      }
    }
    return isTree(schema.additionalProperties) ? schema.additionalProperties : undefined;
  }

  /* What a schema says of the place, or of the nearest place above that it knows: {pointer, text}. */
  function schemaAt(schema, pointer) {
    var at = schema;
    var known = '';
    segments(pointer === '/' ? '' : pointer).every(function (name) {
      var next = below(schema, at, name);
      if (next === undefined) {
        return false;
      }
      at = next;
      known += step(name);
      return true;
    });
    return {pointer: known || '/', text: JSON.stringify(resolve(schema, at), null, 2)};
  }

  return {marked: marked, beside: beside, schemaAt: schemaAt};
})();
