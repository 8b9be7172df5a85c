namespace KoreXo.Cli.Completion;

/// <summary>
/// The scripts that ask the tool what could come next, by the directive <c>[suggest]</c> of System.CommandLine. What it answers may come
/// from a document of somebody else, so each script inserts it quoted.
/// </summary>
internal static class CompletionScript
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # eval "$(korexo completion bash)"
            _korexo_complete() {
              local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" item
              COMPREPLY=()
              while IFS= read -r item; do
                if [[ "$item" == "$word"* ]]; then
                  COMPREPLY+=("$(printf '%q' "$item")")
                fi
              done < <(korexo "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o default -F _korexo_complete korexo

            """,
        ["zsh"] = """
            #compdef korexo
            # eval "$(korexo completion zsh)"
            _korexo() {
              local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
              local -a items
              items=("${(@f)$(korexo "[suggest:${#line}]" "$line" 2>/dev/null)}")
              compadd -a items
            }
            compdef _korexo korexo

            """,
        ["pwsh"] = """
            # korexo completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName korexo -ScriptBlock {
                param($word, $ast, $position)
                $line = $ast.ToString().PadRight($position - $ast.Extent.StartOffset)
                korexo "[suggest:$($line.Length)]" $line | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    $text = if ($_ -match '^[\w.:/@-]+$') { $_ } else { "'" + $_.Replace("'", "''") + "'" }
                    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
                }
            }

            """,
    };

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    public static string Get(string shell) => Scripts[shell].ReplaceLineEndings("\n");
}
