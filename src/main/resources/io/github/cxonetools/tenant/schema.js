/* Shows a JSON Schema as a tree, and makes an example from one. Everything becomes text, nothing becomes markup. */
(function () {
  'use strict';

  var RULES = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum',
    'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'const', 'default'];
  var BRANCHES = {allOf: 'all of', anyOf: 'any of', oneOf: 'one of'};

  function element(name, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== undefined) { made.setAttribute(key, attributes[key]); }
    });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) {
      if (child !== null && child !== undefined) { made.append(child); }
    });
    return made;
  }

  function typeOf(schema) {
    if (schema === true) { return 'anything'; }
    if (schema === false) { return 'nothing'; }
    if (schema.enum) { return 'one of ' + schema.enum.map(function (value) { return JSON.stringify(value); }).join(', '); }
    if (schema.type) { return [].concat(schema.type).join(' or '); }
    return schema.properties ? 'object' : 'anything';
  }

  function rules(schema) {
    var said = RULES.filter(function (rule) { return schema[rule] !== undefined; }).map(function (rule) {
      return rule + ' ' + (typeof schema[rule] === 'string' ? schema[rule] : JSON.stringify(schema[rule]));
    });
    if (schema.additionalProperties === false) { said.push('no other properties'); }
    return said.join(' · ');
  }

  function children(schema) {
    var list = [];
    Object.keys(schema.properties || {}).forEach(function (name) {
      list.push(node(name, schema.properties[name], (schema.required || []).indexOf(name) >= 0));
    });
    if (schema.items !== undefined) {
      [].concat(schema.items).forEach(function (item, index) {
        list.push(node(Array.isArray(schema.items) ? '[' + index + ']' : '[ ]', item, false));
      });
    }
    if (schema.additionalProperties && typeof schema.additionalProperties === 'object') {
      list.push(node('(other properties)', schema.additionalProperties, false));
    }
    Object.keys(BRANCHES).forEach(function (keyword) {
      (schema[keyword] || []).forEach(function (branch) { list.push(node(BRANCHES[keyword], branch, false)); });
    });
    return list.length ? element.apply(null, ['ul', {}].concat(list)) : null;
  }

  function node(name, schema, required) {
    var said = typeof schema === 'object' ? rules(schema) : '';
    return element('li', {},
      element('span', {class: 'name'}, name), ' ',
      element('span', {class: 'type'}, typeOf(schema)), ' ',
      required ? element('span', {class: 'required'}, 'required ') : null,
      said ? element('span', {class: 'rule'}, said) : null,
      schema.description ? element('span', {class: 'says'}, schema.description) : null,
      typeof schema === 'object' ? children(schema) : null);
  }

  function tree(schema) {
    return element('div', {},
      element('ul', {class: 'schema'}, node('(root)', schema, false)),
      element('details', {}, element('summary', {}, 'Raw JSON'), element('pre', {tabindex: '0'}, JSON.stringify(schema, null, 2))));
  }

  var FORMATS = {
    'date-time': '2026-01-31T12:00:00Z', date: '2026-01-31', time: '12:00:00Z', email: 'someone@example.com',
    uri: 'https://example.com/', uuid: '8f3a9c2d-4e1b-4a7c-9d2e-1f8a3b4c5d6e', ipv4: '192.0.2.1', hostname: 'example.com'
  };

  /* A text for a pattern that is a choice of words or one class of characters repeated; other patterns are for the user. */
  function matching(pattern, length) {
    var candidates = pattern.replace(/^\^?\(?(\?:)?/, '').replace(/\)?\$?$/, '').split('|')
      .concat(['a', 'A', '1', '-', 'Example', '+15550199887'].map(function (text) { return text.repeat(Math.max(1, length)); }));
    var expression;
    try { expression = new RegExp(pattern, 'u'); } catch (e) { return ''; }
    return candidates.filter(function (candidate) { return expression.test(candidate); })[0] || '';
  }

  function text(schema) {
    var least = schema.minLength || 0;
    if (schema.pattern) { return matching(schema.pattern, least); }
    var example = FORMATS[schema.format] || 'text';
    while (example.length < least) { example += ' text'; }
    return schema.maxLength === undefined ? example : example.slice(0, Math.max(schema.maxLength, 0));
  }

  function number(schema, whole) {
    var least = schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum : schema.minimum;
    var most = schema.exclusiveMaximum !== undefined ? schema.exclusiveMaximum : schema.maximum;
    var step = schema.multipleOf || (whole ? 1 : 0);
    var value = least === undefined ? (most === undefined ? 1 : Math.min(1, most - 1))
      : most === undefined ? least + 1 : (least + most) / 2;
    return step ? Math.floor(value / step) * step : value;
  }

  function merged(schema) {
    var parts = (schema.allOf || []).concat([(schema.anyOf || schema.oneOf || [])[0] || {}]);
    return parts.reduce(function (whole, part) {
      return Object.assign({}, whole, part, {properties: Object.assign({}, whole.properties, part.properties)});
    }, schema);
  }

  /* A payload that the schema very likely accepts; the tenant has the last word. */
  function example(given) {
    var schema = typeof given === 'object' ? merged(given) : {};
    if (schema.const !== undefined) { return schema.const; }
    if (schema.default !== undefined && schema.default !== null) { return schema.default; }
    if (schema.examples && schema.examples.length) { return schema.examples[0]; }
    if (schema.enum) { return schema.enum[0]; }
    var types = [].concat(schema.type || (Object.keys(schema.properties || {}).length ? 'object' : 'null'));
    var type = types.filter(function (each) { return each !== 'null'; })[0];
    if (type === 'string') { return text(schema); }
    if (type === 'number' || type === 'integer') { return number(schema, type === 'integer'); }
    if (type === 'boolean') { return true; }
    if (type === 'array') {
      var length = Math.max(schema.minItems || 0, schema.items === undefined || schema.maxItems === 0 ? 0 : 1);
      return Array.from({length: length}, function (unused, index) {
        return example(Array.isArray(schema.items) ? schema.items[index] : schema.items);
      });
    }
    if (type !== 'object') { return null; }
    var made = {};
    Object.keys(schema.properties || {}).forEach(function (name) { made[name] = example(schema.properties[name]); });
    return made;
  }

  window.cxoneSchema = {element: element, tree: tree, example: example};
})();
