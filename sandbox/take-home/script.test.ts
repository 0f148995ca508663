import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escapeForScript } from './script.ts';

test.each(["'<!-- a --> </script>'", '/<!--/u.source', '/<\\/script>/v.test("</script>")', '`</SCRIPT>`'])(
	'the code %s keeps its value, and cannot end the script element',
	(code) => {
		const escapedCode = escapeForScript(code);
		expect(escapedCode).not.toMatch(/<!--|<\/script/i);
		const [before, after] = [code, escapedCode].map((each) => String(runInNewContext(each)));
		expect(after?.replace('\\x3C', '<')).toBe(before);
	}
);
