import { expect, test } from '../test.ts';
import * as v from 'valibot';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { runCommandToEnd } from './processes.ts';

const BenchFiguresSchema = v.looseObject({ machine: v.object({ node: v.string() }), aims: v.array(v.unknown()) });

/** Option of each part of the bench, by its command as CONTRIBUTING names it. */
const BENCH_OPTION_BY_TEST_NAME = {
	'npm run bench -- --judge @more': '--judge',
	// Without an option, the bench builds the lab and the product.
	'npm run bench @soak': '',
	'npm run bench -- --saves @soak': '--saves',
	'npm run bench -- --class @soak': '--class',
	'npm run bench -- --joins @soak': '--joins',
	'npm run bench -- --bell @soak': '--bell',
	'npm run bench -- --catalogue @soak': '--catalogue',
	'npm run bench -- --frames @soak': '--frames',
	'npm run bench -- --wall @soak': '--wall',
	'npm run bench -- --projects @soak': '--projects',
	'npm run bench -- --waterfall @soak': '--waterfall',
	'npm run bench -- --hostile @soak': '--hostile'
};

for (const [name, part] of Object.entries(BENCH_OPTION_BY_TEST_NAME)) {
	test(name, async () => {
		// On a busy machine a part takes minutes. Its figures are not looked at here.
		test.setTimeout(3_600_000);
		const port = String(await findFreePort(22_600));
		const options = ['run', '--silent', 'bench', '--', ...(part === '' ? [] : [part]), '--tiny', '--json'];
		const { code, output } = await runCommandToEnd('npm', options, { BRAISE_BENCH_PORT: port });
		expect(code, output).toBe(0);
		const figures = v.parse(BenchFiguresSchema, JSON.parse(output.slice(output.indexOf('{\n'))));
		// The waterfall explains figures of other parts and has no aims of its own.
		if (!('waterfall' in figures)) expect(figures.aims.length).toBeGreaterThan(0);
	});
}
