namespace KoreXo.Analyzers.Guards;

/// <summary>A set of Boolean values and null.</summary>
[Flags]
internal enum Truths
{
    None = 0,
    True = 1,
    False = 2,
    Null = 4,
    NotNull = True | False,
    Any = NotNull | Null,
}
