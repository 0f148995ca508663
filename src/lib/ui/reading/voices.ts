type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * Returns a voice of the machine for a language, preferably the machine's usual one. Absent on purpose: voices of a network service, to
 * which the browser would send the text. Braise sends nothing to third parties.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
	const localVoices = voices.filter(
		({ localService, lang }) => localService && primaryLanguageOfTag(lang) === language
	);
	return localVoices.find((voice) => voice.default) ?? localVoices[0];
}

/** Returns the language of a tag; Android writes `fr_FR` instead of `fr-FR`. */
const primaryLanguageOfTag = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];
