import { measureContacts } from './measureContacts.ts';
import { formatContacts } from './formatContacts.ts';

// Prints how many contact details are found, how many false alarms there are, and the text of each failure.
console.log(formatContacts(measureContacts()));
