namespace KoreXo.Cli.Specs.Checking;

/// <summary>Everything that a reader found in a document, in document order.</summary>
internal sealed class ReadFacts
{
    /// <summary>The separator between a subject and a part of it.</summary>
    public const string Inside = " › ";

    public const string Operation = "an operation";
    public const string AdditionalOperation = "an additional operation";
    public const string Webhook = "a webhook";
    public const string Content = "a content";
    public const string Required = "required";
    public const string Optional = "optional";

    private readonly Dictionary<string, ReadFact> _bySubject = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ReadFact> All => _bySubject.Values;

    /// <summary>Adds a fact; later ones about the same subject are ignored.</summary>
    public void Add(string subject, string value, string pointer = "") => _bySubject.TryAdd(subject, new ReadFact(subject, value, pointer));

    public ReadFact? Find(string subject) => _bySubject.GetValueOrDefault(subject);

    /// <summary>Returns the subject that contains another one; null if there is none.</summary>
    public static string? Around(string subject) =>
        subject.LastIndexOf(Inside, StringComparison.Ordinal) is var end and >= 0 ? subject[..end] : null;
}

/// <summary>A fact that a reader found in a document.</summary>
/// <param name="Subject">The subject, from the operation inward: <c>GET /pets › query parameter 'limit'</c>.</param>
/// <param name="Value">What the reader found.</param>
/// <param name="Pointer">The JSON pointer; empty for a reader without locations.</param>
internal sealed record ReadFact(string Subject, string Value, string Pointer);
