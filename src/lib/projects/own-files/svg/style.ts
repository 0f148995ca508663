export const STYLE_PROPERTIES: ReadonlySet<string> = new Set(
	`fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-dasharray stroke-dashoffset opacity color display visibility stop-color stop-opacity clip-path clip-rule mask
	marker-start marker-end font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing
	text-decoration paint-order overflow mix-blend-mode isolation`.split(/\s+/)
);

type StyleDeclarations = Map<string, string>;

/** Declarations by selector (`*`, an element name, `.class` or `#id`), in the order of the style sheet. */
export type StyleRules = ReadonlyMap<string, StyleDeclarations>;

/** Matches CSS values without characters that could end a declaration or begin an escape sequence. */
const PLAIN_VALUE_PATTERN = /^[\p{L}\p{N}\s#.,%()+/_:-]*$/u;
const FOREIGN_CALL_PATTERN = /(?<!\b(?:url|rgba?|hsla?))\(/i;
const FOREIGN_ADDRESS_PATTERN = /url\((?!#[\p{L}\p{N}_.:-]+\))/iu;
const PLAIN_DASHES_PATTERN = /^(?:none|(?:[\d.,\s+e-]|px)*)$/i;
const CSS_COMMENT_PATTERN = /\/\*[\s\S]*?\*\//g;
const STYLE_RULE_PATTERN = /([^{}]*)\{([^{}]*)\}/g;
const AT_RULE_PATTERN = /@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g;
const SIMPLE_SELECTOR_PATTERN = /^(?:\*|[.#]?[\p{L}_-][\p{L}\p{N}_-]*)$/u;

/** Returns the value if it is harmless; undefined if it refers to something outside the drawing or has an unknown cost. */
export function parseHarmlessCssValue(property: string, writtenValue: string): string | undefined {
	const value = writtenValue
		.replace(/["']/g, '')
		.replace(/!\s*important/i, '')
		.trim();
	if (!PLAIN_VALUE_PATTERN.test(value) || FOREIGN_CALL_PATTERN.test(value) || FOREIGN_ADDRESS_PATTERN.test(value))
		return undefined;
	return property === 'stroke-dasharray' && !PLAIN_DASHES_PATTERN.test(value) ? undefined : value;
}

export function parseHarmlessCssDeclarations(text: string): StyleDeclarations {
	const declarations: StyleDeclarations = new Map();
	for (const declaration of text.replace(CSS_COMMENT_PATTERN, '').split(';')) {
		const [, property = '', writtenValue = ''] = /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(declaration) ?? [];
		const value = STYLE_PROPERTIES.has(property) ? parseHarmlessCssValue(property, writtenValue) : undefined;
		if (value !== undefined) declarations.set(property, value);
	}
	return declarations;
}

/** Reads rules with simple selectors only, since matching other selectors can take long. */
export function readStyleRules(text: string): StyleRules {
	const rules = new Map<string, StyleDeclarations>();
	for (const [, selectors = '', body = ''] of text
		.replace(CSS_COMMENT_PATTERN, '')
		.replace(AT_RULE_PATTERN, '')
		.matchAll(STYLE_RULE_PATTERN)) {
		const declarations = parseHarmlessCssDeclarations(body);
		for (const selector of selectors.split(',').map((each) => each.trim())) {
			if (!SIMPLE_SELECTOR_PATTERN.test(selector)) continue;
			const earlierDeclarations = rules.get(selector) ?? [];
			rules.delete(selector);
			rules.set(selector, new Map([...earlierDeclarations, ...declarations]));
		}
	}
	return rules;
}

export function cascadedStyleOf(
	rules: StyleRules,
	element: string,
	attributes: ReadonlyMap<string, string>,
	ownDeclarations: StyleDeclarations
): StyleDeclarations {
	const classes = new Set((attributes.get('class') ?? '').split(/\s+/).map((name) => `.${name}`));
	const orderedClasses =
		classes.size > 1 ? [...rules.keys()].filter((selector) => classes.has(selector)) : [...classes];
	const selectors = ['*', element, ...orderedClasses, `#${attributes.get('id') ?? ''}`];
	return new Map(
		[...selectors.map((selector) => rules.get(selector) ?? []), ownDeclarations].flatMap((each) => [...each])
	);
}
