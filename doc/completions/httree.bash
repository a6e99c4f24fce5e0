# Completion of httree for bash.

# begin options: src/cli/options.def, by make update-doc
_httree_options='--interactive
--mouse
--no-state
--list
--full
--brief
--search=
--filter=
--limit=
--json
--tsv
--stats
--log=
--log-origin=
--annotate
--catalogue=
--no-user-catalogues
--check=
--new-catalogue=
--color=
--theme=
--hyperlink=
--ascii
--width=
--no-pager
--help
--version'
_httree_letters=' -s=search -f=filter -n=limit -c=catalogue '
_httree_sets='standard vendor warning current experimental deprecated obsolete reserved unassigned class:1xx class:2xx class:3xx class:4xx class:5xx class:outside class:warning sent-by:origin sent-by:gateway sent-by:proxy sent-by:cdn sent-by:balancer sent-by:cache sent-by:client user log-only cacheable retry out-of-use'
# end options

# The ids and codes of the catalogue that the program has.
_httree_codes()
{
	"$1" --tsv 2>/dev/null | tail -n +2 | cut -f 1,2 | tr '\t' '\n'
}

# The names of its origins.
_httree_vendors()
{
	"$1" --tsv 2>/dev/null | cut -f 1 | sed -n 's/^vendor://p'
}

# The sets of the catalogues of one's own.
_httree_catalogues()
{
	"$1" --tsv 2>/dev/null | tail -n +2 | cut -f 8 |
		grep -vx 'built-in\|.* .*\|' | sort -u | sed 's/^/catalogue:/'
}

# What the word $3 may become; $2 is the option whose argument it is, and $4
# stands before an exclamation mark, which the shell would take for an event.
_httree_values()
{
	local before= mark

	case $2 in
	color | hyperlink)
		compgen -W 'auto always never' -- "$3"
		;;
	theme)
		compgen -W 'auto dark light mono' -- "$3"
		;;
	log | catalogue | check)
		compgen -f -- "$3"
		;;
	log-origin)
		compgen -W "$(_httree_vendors "$1")" -- "$3"
		;;
	filter)
		# A list of sets: only its last one is completed.  The name
		# of an origin alone is one, too.
		local vendors

		vendors=$(_httree_vendors "$1")
		case $3 in
		*,*) before=${3%,*}, ;;
		esac
		case ${3##*,} in
		'!'*) before=$before! ;;
		esac
		mark=$4!
		compgen -P "${before//\!/$mark}" \
			-W "$_httree_sets $vendors
				$(sed 's/^/vendor:/' <<<"$vendors")
				$(_httree_catalogues "$1")" -- \
			"${3#"$before"}"
		;;
	'')
		compgen -W "$(_httree_codes "$1")" -- "$3"
		;;
	esac
}

# Which option the word $1 is, if it wants the next word as its argument.
_httree_wants()
{
	local name=${1#--}

	case $1 in
	--*)
		[[ $'\n'$_httree_options$'\n' == *$'\n'"$1="$'\n'* ]] &&
			echo "$name"
		;;
	-?)
		name=${_httree_letters#*" $1="}
		[[ $name != "$_httree_letters" ]] && echo "${name%% *}"
		;;
	esac
}

_httree()
{
	# bash cuts words at a colon and an equals sign, which ids and options
	# have inside; so the line is cut anew.
	local line=${COMP_LINE:0:COMP_POINT}
	local word=${line##*[[:blank:]]} option
	local before=${line%"$word"}

	before=${before%"${before##*[![:blank:]]}"}
	option=$(_httree_wants "${before##*[[:blank:]]}")
	# With --log and --check the operands are files.
	[[ -z $option && $word != -* &&
		$line == *' --'@(log|check)[\ =]* ]] && option=log
	case $option$word in
	--*=*)
		option=${word%%=*}
		option=${option#--}
		word=${word#*=}
		;;
	-*)
		mapfile -t COMPREPLY < <(compgen -W "$_httree_options" -- \
			"$word")
		[[ ${COMPREPLY[*]} == *= ]] && compopt -o nospace
		return
		;;
	esac

	# Between single quotes an exclamation mark is itself; elsewhere it is
	# behind a backslash, but for double quotes, where that would stay.
	local escape=\\
	case $word in
	\'*)
		word=${word#?}
		escape=
		;;
	'"'*'!'*)
		[[ $- == *H* ]] && return
		;;&
	'"'*)
		word=${word#?}
		escape=
		;;
	*)
		word=${word//\\/}
		;;
	esac
	mapfile -t COMPREPLY < <(_httree_values "$1" "$option" "$word" \
		"$escape" | sort -u)
	[[ $option == filter ]] && compopt -o nospace
	if [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
		COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}")
	fi
}

complete -F _httree httree
