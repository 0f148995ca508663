/** Tests the licences of the production packages against a list of compatible ones. */
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
	// This licence is allowed only for p5, which is a separate file that anybody may replace: see docs/libraries.md.
	'LGPL-2.1',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'SGI-B-2.0',
	'Zlib',
	// This licence is allowed only for fonts.
	'OFL-1.1'
]);

const lockSchema = v.object({
	packages: v.record(
		v.string(),
		v.object({ license: v.optional(v.string()), dev: v.optional(v.boolean()), optional: v.optional(v.boolean()) })
	)
});
const { packages } = v.parse(lockSchema, JSON.parse(readFileSync('package-lock.json', 'utf8')));
const shippedPackages = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

/** Returns whether a licence expression in SPDX's notation is allowed: one licence of an "or" is enough, an "and" needs all. */
function isAllowed(licence: string): boolean {
	const licenceWithoutBrackets = licence.replace(/[()]/g, '');
	return licenceWithoutBrackets
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((name) => ALLOWED_LICENCES.has(name.trim())));
}

/** Returns the licence of a package that names none, but contains the licence's text. */
function fromText(path: string): string | undefined {
	try {
		return /^(The )?MIT License/.test(readFileSync(join(path, 'LICENSE'), 'utf8')) ? 'MIT' : undefined;
	} catch {
		return undefined;
	}
}

test('an expression is allowed when what it demands is', () => {
	expect(['MIT', '(MPL-2.0 OR Apache-2.0)', 'GPL-3.0 OR MIT'].every(isAllowed)).toBe(true);
	expect(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x'].some(isAllowed)).toBe(false);
});

test('everything that ships has a licence of the list', () => {
	expect(shippedPackages.length).toBeGreaterThan(100);
	const others = shippedPackages
		.map(([path, { license }]) => [path, license ?? fromText(path)])
		.filter(([, licence]) => licence === undefined || !isAllowed(licence));
	expect(others).toEqual([]);
});
