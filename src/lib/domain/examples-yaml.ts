/** Writes examples as they stand in a challenge's `checks/<step>.yaml`. */
import type { PastedExampleGroup } from './pasted-examples.ts';
import type { PastedExample } from './pasted-line.ts';
import type { PastedValue } from './pasted-value.ts';

/** Writes examples as YAML. Titles are left empty, because only the author knows what a check is about. */
export function formatExamplesYaml(checks: readonly PastedExampleGroup[]): string {
	return checks
		.map(({ function: name, examples }) =>
			[
				"- because: { fr: '', en: '' }",
				`  function: ${name}`,
				'  examples:',
				...examples.map(formatExampleLine),
				''
			].join('\n')
		)
		.join('\n');
}

function formatExampleLine({ given, returns }: PastedExample): string {
	const isEmpty = Array.isArray(given) && given.length === 0;
	return `    - { ${isEmpty ? '' : `given: ${formatYamlValue(given)}, `}returns: ${formatYamlValue(returns)} }`;
}

function formatYamlValue(value: PastedValue): string {
	if (typeof value === 'string') return formatYamlText(value);
	if (value === null || typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(formatYamlValue).join(', ')}]`;
	const members = Object.entries(value).map(([name, each]) => `${formatYamlKey(name)}: ${formatYamlValue(each)}`);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function formatYamlKey(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) && !/^(?:true|false|null)$/i.test(name) ? name : formatYamlText(name);
}

/**
 * Writes a text in single quotes, which keep every character but line ends and invisible ones; a text with such characters is written as
 * JSON.
 */
function formatYamlText(text: string): string {
	return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
