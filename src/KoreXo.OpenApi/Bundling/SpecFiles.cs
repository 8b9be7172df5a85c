using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Bundling;

/// <summary>The files that a document may refer to: those that the project lists. None is ever read from disk.</summary>
internal sealed class SpecFiles(
    string document,
    EquatableArray<SpecPart> parts,
    List<SpecProblem> problems,
    CancellationToken cancellationToken
)
{
    private readonly Dictionary<string, SpecNode?> _read = new(StringComparer.Ordinal);

    /// <summary>Gets the path of the document itself.</summary>
    public string Document { get; } = document;

    /// <summary>Resolves the path in a reference, relative to the file that contains the reference.</summary>
    public static string Combine(string from, string relative)
    {
        var tokens = new List<string>();
        var path = relative.Replace('\\', '/');
        var isRooted = path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1;
        var folder = from.Replace('\\', '/');
        foreach (var token in (isRooted ? path : folder.Substring(0, folder.LastIndexOf('/') + 1) + path).Split('/'))
        {
            if (token == ".." && tokens.Count > 0 && tokens[tokens.Count - 1] is not (".." or ""))
            {
                tokens.RemoveAt(tokens.Count - 1);
            }
            else if (token != "." && (token.Length > 0 || tokens.Count == 0))
            {
                tokens.Add(token);
            }
        }

        return string.Join("/", tokens);
    }

    // The compiler passes absolute paths, and a reference such as "../shared/common.yaml" is relative to the file that contains it. Where
    // the exact path is not among the parts, because the build copied or linked a file, a unique end of a path is good enough; two files
    // called common.yaml are not.
    /// <summary>Returns the file at a path, or the only one in the project whose path ends with it; null if there is none.</summary>
    public SpecPart? Find(string path)
    {
        var wanted = Combine("", path);
        var suffix = "/" + wanted;
        return parts.FirstOrDefault(part => Combine("", part.Path) == wanted)
            ?? parts.FirstOrDefault(part => IsSame(Combine("", part.Path), wanted))
            ?? (parts.Count(part => Ends(part, suffix)) == 1 ? parts.First(part => Ends(part, suffix)) : null);
    }

    // On some systems "Api.yaml" and "api.yaml" are one file, on others two. A file of exactly that name is what is meant.
    /// <summary>Returns whether a path is that of the document, perhaps in other case.</summary>
    public bool IsDocument(string path)
    {
        var (wanted, own) = (Combine("", path), Combine("", Document));
        return wanted == own || (IsSame(wanted, own) && !parts.Any(part => Combine("", part.Path) == wanted));
    }

    /// <summary>Returns the tree of a file; null if it cannot be read, which has been reported.</summary>
    public SpecNode? Read(SpecPart part)
    {
        if (!_read.TryGetValue(part.Path, out var root))
        {
            try
            {
                root = SpecText.Read(part.Path, part.Text, cancellationToken).Copy(part.Path);
            }
            catch (SpecFormatException fault)
            {
                problems.Add(SpecProblem.From(part.Path, fault));
            }

            _read.Add(part.Path, root);
        }

        return root;
    }

    /// <summary>Returns the tree of a file that has been read.</summary>
    public SpecNode Tree(string path) => _read[path]!;

    public void Report(string ruleId, SpecNode? at, string pointer, string first, string second = "") =>
        problems.Add(new SpecProblem(ruleId, at?.Source ?? Document, at?.Line ?? 0, at?.Column ?? 0, pointer, first, second));

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(SpecPart part, string suffix) =>
        ("/" + Combine("", part.Path)).EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
