/* Shows a JSON Schema as a tree. Everything becomes text, nothing becomes markup. */
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

  window.cxoneSchema = {element: element, tree: tree};
})();
