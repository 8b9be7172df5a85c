using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the members of a union that ask for its shape: <c>Match</c> over all of them, and <c>TryGet…</c> for each.</summary>
internal static class UnionMatchEmitter
{
    // Patterns do the same for those who know them: "switch { Animal.Cat cat => … }". What patterns lack is that the compiler asks for a
    // case that is missing, which is why the parameters of Match have no defaults.
    public static void Emit(SourceWriter writer, UnionModel model, EmitContext context)
    {
        var cases = model
            .Cases.Select(item => (item.Name, Type: TypeText.Qualified(item.Type, context)))
            .Append((Name: UnionEmitter.Unknown, Type: UnionEmitter.UnknownValue))
            .ToList();
        var parameters = new NameScope("shape");
        var names = cases.ConvertAll(item => parameters.Take(CSharpName.Camel(item.Name), "Case"));

        writer.Tag("summary", "Calls the function for the shape of the value.");
        writer.Line("/// <typeparam name=\"TResult\">The type of the result.</typeparam>");
        for (var i = 0; i < cases.Count; i++)
        {
            writer.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The function for <see cref=\"{cases[i].Name}\"/>.</param>");
        }

        writer.Tag("returns", "The result of the function.");
        var functions = cases.Select((item, index) => $"\n    global::System.Func<{item.Type}, TResult> {names[index]}");
        var arms = cases.Select(
            (item, index) => index < cases.Count - 1 ? $"        {item.Name} shape => {names[index]}(shape.Value),\n" : ""
        );
        writer.Line(
            $$"""
            public TResult Match<TResult>({{string.Join(",", functions)}}) =>
                this switch
                {
            {{string.Concat(arms)}}        _ => {{names[names.Count - 1]}}((({{UnionEmitter.Unknown}})this).Value),
                };
            """
        );
        writer.Gap();

        // Large documents have hundreds of cases, so the members are short: no documentation beyond the summary, and none for unknown
        // shapes, which are what is left when every other has been asked for.
        var members = new NameScope([.. cases.Select(static item => item.Name)]);
        foreach (var (name, type) in cases.Take(cases.Count - 1))
        {
            var method = members.Take("TryGet" + name, "Value");
            writer.Line($"/// <summary>Gets the value if it has the shape <see cref=\"{name}\"/>.</summary>");
            writer.Line(
                $$"""
                public bool {{method}}([global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {{type}} value)
                {
                    value = this is {{name}} shape ? shape.Value : default!;
                    return this is {{name}};
                }
                """
            );
            writer.Gap();
        }
    }
}
