/** Tests the files of the maps that projects may add. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MOST_DATA_FILE_BYTES } from '#lib/domain/file-size.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { READY_MADE_MAPS } from '#lib/domain/ready-made.ts';
import { loadReadyMapText } from './ready-map-file.ts';

const cornerSchema = v.tuple([v.pipe(v.number(), v.integer()), v.pipe(v.number(), v.integer())]);
const mapSchema = v.object({
	source: v.string(),
	width: v.number(),
	height: v.number(),
	areas: v.array(
		v.object({
			code: v.string(),
			name: v.pipe(v.string(), v.minLength(2)),
			outlines: v.pipe(v.array(v.pipe(v.array(cornerSchema), v.minLength(3))), v.minLength(1))
		})
	)
});

test.each(READY_MADE_MAPS.flatMap((map) => LANGUAGES.map((language) => [map, language] as const)))(
	'the map of %s in %s is small enough to import, and every area lies within it',
	async (map, language) => {
		const text = await loadReadyMapText(map, language);
		// A data file of a project may be twice as large as what is imported.
		expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MOST_DATA_FILE_BYTES / 2);
		const { source, width, height, areas } = v.parse(mapSchema, JSON.parse(text));
		expect(source).toContain('CC BY 4.0');
		for (const { name, outlines } of areas)
			for (const [x, y] of outlines.flat())
				expect(x >= 0 && x <= width + 1 && y >= 0 && y <= height + 1, name).toBe(true);
		expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
	}
);

test('names of countries are in the language of the page', async () => {
	const listCountryNames = async (language: 'fr' | 'en') =>
		v.parse(mapSchema, JSON.parse(await loadReadyMapText('countries', language))).areas.map(({ name }) => name);
	expect(await listCountryNames('fr')).toEqual(expect.arrayContaining(['Allemagne', 'Japon']));
	expect(await listCountryNames('en')).toEqual(expect.arrayContaining(['Germany', 'Japan']));
});

test('the map of French departments has 96 areas, coded by department number', async () => {
	const { areas } = v.parse(mapSchema, JSON.parse(await loadReadyMapText('departments', 'fr')));
	expect(areas).toHaveLength(96);
	expect(areas).toContainEqual(expect.objectContaining({ code: '69', name: 'Rhône' }));
});
