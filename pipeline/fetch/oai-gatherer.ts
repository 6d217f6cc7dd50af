import type { Gatherer } from './harvest-folder.ts';
import { parseReply, replyText } from './oai-reply.ts';

/** The records of OAI-PMH's replies, in a list as OAI-PMH gives it. */
export const oaiGatherer: Gatherer = {
  head: `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<ListRecords>
`,
  between: '',
  tail: '</ListRecords>\n</OAI-PMH>\n',
  records: (reply) =>
    parseReply(replyText({ bytes: reply, charset: undefined }).text).records.map(
      ({ identifier, isDeleted, xml }) => ({ id: identifier, isDeleted, text: xml }),
    ),
};
