using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Why;

/// <summary>
/// Determines which programs of a solution are part of which. Libraries may be loaded without a reference, as plug-ins are; programs and
/// test projects are not.
/// </summary>
internal sealed class ProgramParts
{
    private readonly HashSet<string> _programs;
    private readonly Dictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlySet<string>> _absent = new(StringComparer.Ordinal);

    /// <param name="compilations">The compilations of the solution; several for a project that targets several frameworks.</param>
    public ProgramParts(IEnumerable<Compilation> compilations)
    {
        _programs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var compilation in compilations)
        {
            var name = compilation.AssemblyName ?? "";
            if (compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            {
                _programs.Add(name);
            }

            if (!_references.TryGetValue(name, out var references))
            {
                _references.Add(name, references = new HashSet<string>(StringComparer.Ordinal));
            }

            references.UnionWith(compilation.ReferencedAssemblyNames.Select(static reference => reference.Name));
        }
    }

    /// <summary>
    /// Returns the programs whose code does not run in a program, because it references them neither directly nor indirectly.
    /// </summary>
    public IReadOnlySet<string> Absent(string program)
    {
        if (!_absent.TryGetValue(program, out var absent))
        {
            var present = new HashSet<string>(StringComparer.Ordinal) { program };
            var open = new Queue<string>(present);
            while (open.TryDequeue(out var name))
            {
                foreach (var reference in _references.GetValueOrDefault(name, []).Where(present.Add))
                {
                    open.Enqueue(reference);
                }
            }

            _absent.Add(program, absent = _programs.Except(present, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));
        }

        return absent;
    }
}
