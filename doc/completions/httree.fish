# Completion of httree for fish.

# The ids and codes of the catalogue that the program has, each with the phrase
# of its first meaning.
function __httree_codes
    command httree --tsv 2>/dev/null | awk -F \t '
        NR > 1 && !known[$1]++ { print $1 FS $3 }
        NR > 1 && $2 != "" && !known[$2]++ { print $2 FS $3 }'
end

# The sets of the catalogues of one's own.
function __httree_catalogues
    command httree --tsv 2>/dev/null | awk -F \t '
        NR > 1 && $8 != "" && $8 != "built-in" && !known[$8]++ {
            print "catalogue:" $8
        }'
end

# What the argument of the option $argv[1] may be.
function __httree_values
    switch $argv[1]
        case color hyperlink
            printf '%s\n' auto always never
        case theme
            printf '%s\n' auto dark light mono
        case log catalogue check
            __fish_complete_path (commandline -ct | string replace -r '^(--(log|catalogue|check)=|-c)' '')
        case log-origin
            __httree_codes | string match 'vendor:*' | string replace vendor: ''
        case filter
            # A list of sets: only its last one is completed.  The name of
            # an origin alone is one, too.
            set -l before (commandline -ct | string replace -r '^(--filter=|-f)?["\']?' '' | string match -r '^(?:.*,)?!?')
            printf '%s\n' $before$__httree_sets
            printf '%s\n' $before(__httree_codes | string match 'vendor:*')
            printf '%s\n' $before(__httree_codes | string match 'vendor:*' | string replace vendor: '')
            printf '%s\n' $before(__httree_catalogues)
    end
end

# begin options: src/cli/options.def, by make update-doc
complete -c httree -s i -l interactive -d 'browse, opened at the first match'
complete -c httree -l mouse -d 'start with the mouse on, as M puts it'
complete -c httree -l no-state -d 'neither read nor write the last place and the history'
complete -c httree -s l -l list -d 'one line per entry: id, phrase, kind, state'
complete -c httree -l full -d 'every entry in full'
complete -c httree -s b -l brief -d 'of every entry the phrase, the summary and the facts'
complete -c httree -s s -l search -x -d 'search everything, best first'
complete -c httree -s s -l search -x -a '(__httree_values search)'
complete -c httree -s f -l filter -x -d 'only standard, vendor, vendor:NAME, warning, obsolete, deprecated, user, catalogue:NAME, log-only, class:4xx; !SET leaves a set out'
complete -c httree -s f -l filter -x -a '(__httree_values filter)'
complete -c httree -s n -l limit -x -d 'at most N entries'
complete -c httree -s n -l limit -x -a '(__httree_values limit)'
complete -c httree -l json -d 'an array of objects, one per entry'
complete -c httree -l tsv -d 'a header line, then a line per entry, fields parted by tabs'
complete -c httree -l stats -d 'how many entries, vendors and sources the catalogue holds'
complete -c httree -l log -x -d 'count the statuses of access logs, by meaning; - is standard input'
complete -c httree -l log -x -a '(__httree_values log)'
complete -c httree -l log-origin -x -d 'whose meanings the numbers of --log and --annotate have: nginx, cloudflare'
complete -c httree -l log-origin -x -a '(__httree_values log-origin)'
complete -c httree -l annotate -d 'copy standard input, each line of a log followed by what it means'
complete -c httree -s c -l catalogue -x -d 'add a catalogue of your own'
complete -c httree -s c -l catalogue -x -a '(__httree_values catalogue)'
complete -c httree -l no-user-catalogues -d 'leave out the catalogues of your own that are found; those of -c stay'
complete -c httree -l check -x -d 'look for faults in catalogues, and tell each with its place'
complete -c httree -l check -x -a '(__httree_values check)'
complete -c httree -l new-catalogue -x -d 'print a catalogue to start from, of the origin NAME'
complete -c httree -l new-catalogue -x -a '(__httree_values new-catalogue)'
complete -c httree -l color -x -d 'colour the output: auto, always or never'
complete -c httree -l color -x -a '(__httree_values color)'
complete -c httree -l theme -x -d 'colours for a ground: auto for any, dark, light; mono for none'
complete -c httree -l theme -x -a '(__httree_values theme)'
complete -c httree -l hyperlink -x -d 'make the addresses of sources links of the terminal: auto, always or never'
complete -c httree -l hyperlink -x -a '(__httree_values hyperlink)'
complete -c httree -l ascii -d 'write and draw with ASCII alone'
complete -c httree -l width -x -d 'wrap the text at N columns, 20 to 1000'
complete -c httree -l width -x -a '(__httree_values width)'
complete -c httree -l no-pager -d 'show what is longer than the screen without a pager'
complete -c httree -s h -l help -d 'show this help'
complete -c httree -s V -l version -d 'show the version'
set -g __httree_sets standard vendor warning current experimental deprecated obsolete reserved unassigned class:1xx class:2xx class:3xx class:4xx class:5xx class:outside class:warning sent-by:origin sent-by:gateway sent-by:proxy sent-by:cdn sent-by:balancer sent-by:cache sent-by:client user log-only cacheable retry out-of-use
# end options

complete -c httree -f -n 'not __fish_contains_opt log check' -a '(__httree_codes)'
complete -c httree -F -n '__fish_contains_opt log check'
