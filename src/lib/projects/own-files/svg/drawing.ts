import {
	cascadedStyleOf,
	parseHarmlessCssDeclarations,
	parseHarmlessCssValue,
	readStyleRules,
	STYLE_PROPERTIES,
	type StyleRules
} from './style.ts';

export interface SvgDrawing {
	name: string;
	attributes: Map<string, string>;
	/** Style properties of the element: from matching style rules, overridden by the element's own properties. */
	style: Map<string, string>;
	/** Child elements; text elements also have strings as children. */
	children: (SvgDrawing | string)[];
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/** Names of the elements that are kept: none that runs scripts, moves, filters, or embeds a picture or document. */
const ALLOWED_SVG_ELEMENTS = new Set(
	`svg g defs symbol a switch use clipPath mask marker pattern linearGradient radialGradient stop
	path rect circle ellipse line polyline polygon text tspan`.split(/\s+/)
);
const TEXT_ELEMENTS = new Set(['text', 'tspan']);

/** Attributes whose values are lengths: numbers in the drawing's own unit, or in percent. */
const LENGTH_ATTRIBUTES = new Set(
	'x y x1 y1 x2 y2 cx cy r rx ry width height fx fy fr dx dy markerWidth markerHeight'.split(' ')
);
const PLAIN_LENGTH_PATTERN = /^[-+\d.e,\s]*(?:px|%)?$/i;
const KEPT_NON_LENGTH_ATTRIBUTES = new Set(
	`d points rotate transform viewBox preserveAspectRatio refX refY orient offset id class markerUnits gradientUnits
	gradientTransform spreadMethod patternUnits patternContentUnits patternTransform maskUnits maskContentUnits clipPathUnits`.split(
		/\s+/
	)
);
const OWN_REFERENCE_PATTERN = /^#[\p{L}\p{N}_.:-]+$/u;

/** Upper limit of nested levels of elements; usual drawings have about ten. */
const MOST_NESTING_LEVELS = 100;

/** Reads an SVG drawing from its root element; throws when elements are nested too deep. */
export function readSvgDrawing(root: Element): SvgDrawing {
	const styles = [...root.getElementsByTagNameNS(SVG_NAMESPACE, 'style')].map(({ textContent }) => textContent);
	return readSvgElement(root, readStyleRules(styles.join('\n')), 0);
}

function readSvgElement(element: Element, rules: StyleRules, depth: number): SvgDrawing {
	if (depth > MOST_NESTING_LEVELS) throw new RangeError('This drawing is nested too deep.');
	const name = element.localName;
	const attributes = new Map<string, string>();
	for (const { name: attribute, value } of element.attributes) {
		const plainValue = parseHarmlessAttribute(attribute, value, depth === 0);
		if (plainValue !== undefined) attributes.set(attribute, plainValue);
	}
	const href = element.getAttribute('href') ?? element.getAttributeNS(XLINK_NAMESPACE, 'href');
	if (href !== null && OWN_REFERENCE_PATTERN.test(href)) attributes.set('href', href);
	const style = cascadedStyleOf(
		rules,
		name,
		attributes,
		parseHarmlessCssDeclarations(element.getAttribute('style') ?? '')
	);
	// Text is drawn without dashes, because the length of letters, and so the number of dashes, is unknown.
	if (TEXT_ELEMENTS.has(name)) style.set('stroke-dasharray', 'none');
	const children: SvgDrawing['children'] = [];
	for (const child of element.childNodes) {
		if (child instanceof Element) {
			if (child.namespaceURI === SVG_NAMESPACE && ALLOWED_SVG_ELEMENTS.has(child.localName))
				children.push(readSvgElement(child, rules, depth + 1));
		} else if (TEXT_ELEMENTS.has(name) && child instanceof Text) children.push(child.data);
	}
	return { name, attributes, style, children };
}

function parseHarmlessAttribute(name: string, value: string, isRoot: boolean): string | undefined {
	if (STYLE_PROPERTIES.has(name)) return parseHarmlessCssValue(name, value);
	if (LENGTH_ATTRIBUTES.has(name)) return isRoot || PLAIN_LENGTH_PATTERN.test(value) ? value : undefined;
	return KEPT_NON_LENGTH_ATTRIBUTES.has(name) ? value : undefined;
}

const escapeText = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function serializeSvgDrawing(drawing: SvgDrawing): string {
	return serializeElement({ ...drawing, attributes: new Map([...drawing.attributes, ['xmlns', SVG_NAMESPACE]]) });
}

function serializeElement({ name, attributes, style, children }: SvgDrawing): string {
	const styleText = [...style].map(([property, value]) => `${property}:${value}`).join(';');
	const attributeTexts = [...attributes, ...(styleText === '' ? [] : [['style', styleText] as const])].map(
		([attribute, value]) => ` ${attribute}="${escapeText(value)}"`
	);
	const content = children.map((child) => (typeof child === 'string' ? escapeText(child) : serializeElement(child)));
	return `<${name}${attributeTexts.join('')}>${content.join('')}</${name}>`;
}
