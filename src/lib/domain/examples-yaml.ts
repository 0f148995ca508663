/** Writes examples as they stand in a challenge's `checks/<step>.yaml`. */
import type { PastedCheck } from './pasted-examples.ts';
import type { PastedExample } from './pasted-line.ts';
import type { PastedValue } from './pasted-value.ts';

/** Leaves the titles empty: what a check is about, only its author knows. */
export function examplesYaml(checks: readonly PastedCheck[]): string {
	return checks
		.map(({ function: name, examples }) =>
			["- because: { fr: '', en: '' }", `  function: ${name}`, '  examples:', ...examples.map(exampleLine), ''].join(
				'\n'
			)
		)
		.join('\n');
}

function exampleLine({ given, returns }: PastedExample): string {
	const isEmpty = Array.isArray(given) && given.length === 0;
	return `    - { ${isEmpty ? '' : `given: ${valueYaml(given)}, `}returns: ${valueYaml(returns)} }`;
}

function valueYaml(value: PastedValue): string {
	if (typeof value === 'string') return textYaml(value);
	if (value === null || typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(valueYaml).join(', ')}]`;
	const members = Object.entries(value).map(([name, each]) => `${keyYaml(name)}: ${valueYaml(each)}`);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function keyYaml(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) && !/^(?:true|false|null)$/i.test(name) ? name : textYaml(name);
}

/** Single quotes keep every sign but line ends and what no editor shows. */
function textYaml(text: string): string {
	return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
