import { measureContacts } from './measureContacts.ts';
import { showContacts } from './showContacts.ts';

// Prints how many contact details are found, how many false alarms there are, and the text of each failure.
console.log(showContacts(measureContacts()));
