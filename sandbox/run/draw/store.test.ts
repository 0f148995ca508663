import { expect, test } from 'vitest';
import { ProgramStore } from '../store/program-store.ts';
import { createDrawModule } from './index.ts';

function createModuleWithStore(items: [string, string][] = []) {
	const draw = createDrawModule({ language: 'en' });
	const store = new ProgramStore(items, () => undefined);
	draw.setStore(store);
	const { storeItem, getItem, removeItem, clearStorage } = draw.module;
	return { storeItem, getItem, removeItem, clearStorage, store };
}

test.each([7, -0.5, 'Lou', '', true, null, [1, [2]], { best: 3, names: ['a'] }])(
	'the stored value %j comes back unchanged',
	(value) => {
		const { storeItem, getItem } = createModuleWithStore();
		storeItem('kept', value);
		expect(getItem('kept')).toEqual(value);
	}
);

test('an item that is not stored reads as null, and removing it does not throw', () => {
	const { storeItem, getItem, removeItem, clearStorage, store } = createModuleWithStore();
	expect(getItem('best')).toBeNull();
	storeItem('best', 3);
	storeItem('__proto__', { polluted: true });
	removeItem('best');
	removeItem('best');
	expect([getItem('best'), Reflect.get({}, 'polluted')]).toEqual([null, undefined]);
	clearStorage();
	expect(store.items).toEqual([]);
});

test('an item that a page stored as plain text is read as that text', () => {
	expect(createModuleWithStore([['name', 'Lou']]).getItem('name')).toBe('Lou');
});

test('a value that cannot be stored is refused with an explanation, and the old value stays', () => {
	const { storeItem, getItem } = createModuleWithStore([['best', '3']]);
	const circle: Record<string, unknown> = {};
	circle['self'] = circle;
	for (const value of [undefined, () => 1, Symbol('x'), 3n, circle])
		expect(() => storeItem('best', value)).toThrow("storeItem('best', …): a number, a text, true or false can be kept");
	for (const value of [NaN, Infinity]) expect(() => storeItem('best', value)).toThrow('a calculation did not give');
	expect(() => storeItem('best', 'x'.repeat(20_000))).toThrow('“best” is not kept');
	expect(getItem('best')).toBe(3);
});

test('in a challenge, storing and reading items is refused with an explanation', () => {
	const { storeItem, getItem } = createDrawModule({ language: 'fr' }).module;
	expect(() => storeItem('best', 3)).toThrow('storeItem : un défi ne garde rien d’un lancement à l’autre.');
	expect(() => getItem('best')).toThrow('getItem : un défi ne garde rien');
});
