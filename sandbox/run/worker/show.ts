/** Turns any value into something that can be shown: cut to size, safe whatever its getters and proxies do. */
import type { Shown } from '../../report.ts';

const LONGEST = 1000;
const DEEPEST = 3;
const MOST = 50;

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export function show(value: unknown): Shown {
	try {
		return unfold(value, 0, []);
	} catch {
		return { kind: 'other', text: '…' };
	}
}

function unfold(value: unknown, depth: number, above: readonly object[]): Shown {
	switch (typeof value) {
		case 'string':
			return { kind: 'string', text: cut(depth === 0 ? value : `'${value}'`) };
		case 'number':
			return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
		case 'bigint':
			return { kind: 'number', text: cut(`${value}n`) };
		case 'boolean':
			return { kind: 'boolean', text: String(value) };
		case 'undefined':
			return { kind: 'nothing', text: 'undefined' };
		case 'symbol':
			return { kind: 'other', text: cut(value.toString()) };
		case 'function':
			return { kind: 'function', text: cut(`${/^class\b/.test(String(value)) ? 'class' : 'function'} ${value.name}`) };
		case 'object':
			return value === null ? { kind: 'nothing', text: 'null' } : object(value, depth, above);
	}
}

function object(value: object, depth: number, above: readonly object[]): Shown {
	if (above.includes(value)) return { kind: 'other', text: '↺' };
	if (value instanceof Error) return { kind: 'error', text: cut(`${value.name}: ${value.message}`) };
	if (value instanceof Date)
		return { kind: 'other', text: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() };
	if (value instanceof RegExp) return { kind: 'other', text: cut(String(value)) };
	if (value instanceof Promise) return { kind: 'other', text: 'Promise' };
	const deeper = (item: unknown) => unfold(item, depth + 1, [...above, value]);
	if (Array.isArray(value)) return list('', value, value.length, deeper, depth);
	if (value instanceof Set) return list('Set ', [...value], value.size, deeper, depth);
	if (ArrayBuffer.isView(value) && 'length' in value) {
		const items = Array.from(value as unknown as ArrayLike<unknown>).slice(0, MOST + 1);
		return list(`${value.constructor.name} `, items, Number(value.length), deeper, depth);
	}
	const pairs: [string, unknown][] =
		value instanceof Map
			? [...value].slice(0, MOST).map(([key, item]) => [unfold(key, depth + 1, above).text, item])
			: Object.keys(value)
					.slice(0, MOST)
					.map((key) => [key, property(value, key)]);
	const total = value instanceof Map ? value.size : Object.keys(value).length;
	const name = nameOf(value);
	if (depth >= DEEPEST) return { kind: 'object', text: `${name}{…}` };
	const entries = pairs.map(([key, item]) => ({ key, value: deeper(item) }));
	const inside = entries.map(({ key, value: { text } }) => `${key}: ${text}`).join(', ');
	return folded('object', `${name}{${inside === '' ? '' : ` ${short(inside)} `}}`, entries, total);
}

function list(
	name: string,
	items: readonly unknown[],
	size: number,
	deeper: (item: unknown) => Shown,
	depth: number
): Shown {
	if (depth >= DEEPEST) return { kind: 'list', text: `${name}[…]` };
	const entries = items.slice(0, MOST).map((item, index) => ({ key: String(index), value: deeper(item) }));
	return folded('list', `${name}[${short(entries.map(({ value }) => value.text).join(', '))}]`, entries, size);
}

function folded(kind: 'object' | 'list', text: string, entries: { key: string; value: Shown }[], total: number): Shown {
	const more = total - entries.length;
	return { kind, text, ...(entries.length === 0 ? {} : { entries }), ...(more > 0 ? { more } : {}) };
}

const short = (inside: string) => (inside.length > 100 ? `${inside.slice(0, 100)}…` : inside);

function nameOf(value: object): string {
	if (value instanceof Map) return 'Map ';
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype === null || prototype === Object.prototype) return '';
	const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
	return typeof name === 'string' && name !== '' && name !== 'Object' ? `${name} ` : '';
}

function property(value: object, key: string): unknown {
	try {
		return Reflect.get(value, key);
	} catch (error) {
		return error;
	}
}
