/** The name of the stage for a screen reader while the program describes no picture. */
const UNDESCRIBED_NAMES = { fr: 'Dessin sans description', en: 'Drawing without a description' };

export const undescribedNameIn = (language: string): string => UNDESCRIBED_NAMES[language === 'en' ? 'en' : 'fr'];
