import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const ALLOWED_LICENCES = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'SGI-B-2.0',
	'Zlib'
]);
/** Licences with conditions that only the named packages meet. */
const PACKAGES_BY_CONDITIONAL_LICENCE: Record<string, RegExp> = {
	// p5 is a separate file that anybody may replace: see docs/libraries.md.
	'LGPL-2.1': /^node_modules\/p5$/,
	// Maps, whose files name their author: see docs/libraries.md.
	'CC-BY-4.0': /^node_modules\/@svg-maps\/[^/]+$/,
	// Fonts.
	'OFL-1.1': /^node_modules\/@fontsource-variable\/[^/]+$/
};

const packageLockSchema = v.object({
	packages: v.record(
		v.string(),
		v.object({ license: v.optional(v.string()), dev: v.optional(v.boolean()), optional: v.optional(v.boolean()) })
	)
});
const { packages } = v.parse(packageLockSchema, JSON.parse(readFileSync('package-lock.json', 'utf8')));
const shippedPackages = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

/** Returns whether a licence expression in SPDX's notation is allowed for a package: one licence of an "or" is enough, an "and" needs all. */
function isLicenceAllowed(licence: string, path = ''): boolean {
	const licenceWithoutBrackets = licence.replace(/[()]/g, '');
	return licenceWithoutBrackets
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((name) => isLicenceNameAllowed(name.trim(), path)));
}

const isLicenceNameAllowed = (name: string, path: string): boolean =>
	ALLOWED_LICENCES.has(name) || PACKAGES_BY_CONDITIONAL_LICENCE[name]?.test(path) === true;

/** Returns the licence of a package that names none, but contains the licence's text. */
function readLicenceFromText(path: string): string | undefined {
	try {
		return /^(The )?MIT License/.test(readFileSync(join(path, 'LICENSE'), 'utf8')) ? 'MIT' : undefined;
	} catch {
		return undefined;
	}
}

test('a licence expression is allowed when the licences that it requires are allowed', () => {
	for (const licence of ['MIT', '(MPL-2.0 OR Apache-2.0)', 'GPL-3.0 OR MIT'])
		expect(isLicenceAllowed(licence)).toBe(true);
	for (const licence of ['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x'])
		expect(isLicenceAllowed(licence)).toBe(false);
});

test('the licences of p5 and of fonts are allowed for no other package', () => {
	expect(isLicenceAllowed('LGPL-2.1', 'node_modules/p5')).toBe(true);
	expect(isLicenceAllowed('OFL-1.1', 'node_modules/@fontsource-variable/any')).toBe(true);
	for (const path of ['node_modules/another', 'node_modules/p5/node_modules/another', 'node_modules/p5-extra'])
		for (const licence of ['LGPL-2.1', 'OFL-1.1', 'MIT AND LGPL-2.1'])
			expect(isLicenceAllowed(licence, path)).toBe(false);
});

test('every production package has an allowed licence', () => {
	expect(shippedPackages.length).toBeGreaterThan(100);
	const others = shippedPackages
		.map(([path, { license }]) => ({ path, licence: license ?? readLicenceFromText(path) }))
		.filter(({ path, licence }) => licence === undefined || !isLicenceAllowed(licence, path));
	expect(others).toEqual([]);
});
