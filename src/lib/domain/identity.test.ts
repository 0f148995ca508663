import { expect, test, vi } from 'vitest';
import { newId } from './identity.ts';

test('ids are distinct version 4 UUIDs, even without crypto.randomUUID', () => {
	vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
	const ids = new Set(Array.from({ length: 1000 }, newId));
	vi.unstubAllGlobals();
	expect(ids.size).toBe(1000);
	for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
