/** The name of the stage for a screen reader while the program describes no picture. */
const UNDESCRIBED_STAGE_NAMES = { fr: 'Dessin sans description', en: 'Drawing without a description' };

export const undescribedStageNameIn = (language: string): string =>
	UNDESCRIBED_STAGE_NAMES[language === 'en' ? 'en' : 'fr'];
