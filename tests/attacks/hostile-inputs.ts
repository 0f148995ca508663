import fc from 'fast-check';

const TRICKY_ADDRESS_PARTS = [
	'..%2f..%2f..%2fetc%2fpasswd',
	'%2e%2e%2f',
	'%00',
	'%0d%0aset-cookie:a=b',
	'%ff%fe',
	'%E2%80%AE',
	'%5c..%5c',
	'__proto__',
	'constructor',
	"'%20or%201=1--",
	'%3Cscript%3Ealert(1)%3C%2Fscript%3E',
	'=cmd%7C%27%20/C%20calc%27!A0',
	'a'.repeat(3000)
];
export const arbitraryAddressParts = fc.oneof(
	fc.constantFrom(...TRICKY_ADDRESS_PARTS),
	fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponentSafely)
);
/** Text that a person may type, paste or send: NUL, lone surrogates, direction marks, formulas, markup, and very long text. */
export const arbitraryHostileTexts = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.constantFrom(
		'',
		'\0',
		'a\0b',
		'\uD800',
		'a\u202Eb',
		'=HYPERLINK("http://x")',
		'<img src=x onerror=alert(1)>',
		'../../etc/passwd',
		'1e999',
		'-1',
		'NaN',
		'🔥'.repeat(500),
		'x'.repeat(100_000)
	)
);

function encodeURIComponentSafely(text: string): string {
	return encodeURIComponent(text.toWellFormed());
}

type JsonKind = 'string' | 'number' | 'boolean' | 'array' | 'object';
const getJsonKind = (value: unknown): JsonKind | 'null' => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	const kind = typeof value;
	return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'object';
};
const ARBITRARY_JSON_BY_KIND: Record<JsonKind, fc.Arbitrary<unknown>> = {
	string: arbitraryHostileTexts,
	number: fc.double({ noNaN: true, noDefaultInfinity: true }),
	boolean: fc.boolean(),
	array: fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }),
	object: fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), fc.jsonValue(), { minKeys: 1, maxKeys: 5 })
};

/** Fields in which the server stores any value, and whose values it never reads. */
const UNREAD_VALUE_FIELDS = new Set(['steps', 'values']);
function* listValuePaths(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
	if (path.length > 0) yield path;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		if (!UNREAD_VALUE_FIELDS.has(key))
			yield* listValuePaths(inner, [...path, Array.isArray(value) ? Number(key) : key]);
	}
}

/** A valid request in which one value is missing or of another type. */
function arbitraryBrokenInputs(right: object): fc.Arbitrary<unknown> {
	return fc.constantFrom(...listValuePaths(right)).chain((path) => {
		const before = path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), right);
		const kinds = (Object.keys(ARBITRARY_JSON_BY_KIND) as JsonKind[]).filter((kind) => kind !== getJsonKind(before));
		// A field that may be null may also be a text, so only a boolean or a number is wrong there.
		const others = before === null ? (['boolean', 'number'] as const) : kinds;
		return fc.constantFrom(...others).chain((kind) =>
			ARBITRARY_JSON_BY_KIND[kind].map((value) => {
				const changedInput = structuredClone(right);
				const holder = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), changedInput);
				Reflect.set(Object(holder), path.at(-1) ?? '', value);
				return changedInput;
			})
		);
	});
}

const createJsonRequest = (value: unknown) => ({
	data: Buffer.from(JSON.stringify(value)),
	headers: { 'content-type': 'application/json' }
});
/** Bodies that an address should refuse; `validInput` is a body that it accepts. */
export const arbitraryWrongBodies = (
	validInput: object
): fc.Arbitrary<{ data: Buffer; headers: Record<string, string> }> =>
	fc.oneof(
		{ weight: 6, arbitrary: arbitraryBrokenInputs(validInput).map(createJsonRequest) },
		{ weight: 2, arbitrary: fc.jsonValue().map(createJsonRequest) },
		{
			weight: 2,
			arbitrary: fc
				.uint8Array({ maxLength: 300 })
				.map((bytes) => ({ ...createJsonRequest(null), data: Buffer.from(bytes) }))
		},
		{
			weight: 1,
			arbitrary: fc
				.constantFrom(
					'text/plain',
					'application/x-www-form-urlencoded',
					'multipart/form-data; boundary=x',
					'application/json5'
				)
				.map((type) => ({ ...createJsonRequest(validInput), headers: { 'content-type': type } }))
		},
		{
			weight: 1,
			arbitrary: fc
				.constantFrom(
					// Bodies that are invalid UTF-8, cut off, nested too deep, or larger than any real request.
					Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
					Buffer.from(JSON.stringify(validInput).slice(0, -2)),
					Buffer.from(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
					Buffer.from(JSON.stringify({ ...validInput, more: 'x'.repeat(4_000_000) }))
				)
				.map((data) => ({ ...createJsonRequest(null), data }))
		}
	);
