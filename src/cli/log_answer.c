#include "cli/log.h"

int log_answer(const struct options *options, const struct catalogue *catalogue,
	       const struct manner *manner, struct strbuf *remarks)
{
	struct count count;
	struct report report;
	int status;

	count_init(&count);
	status = log_read(options, &count, remarks);
	report_init(&report, &count, catalogue, options->log_origin);
	if (options->given[OPTION_JSON])
		log_json(options, &report, catalogue, manner);
	else if (options->given[OPTION_TSV])
		log_tsv(options, &report, catalogue, manner);
	else
		log_print(options, &report, catalogue, manner);
	report_clear(&report);
	count_clear(&count);
	return status;
}
