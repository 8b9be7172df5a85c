namespace KoreXo.Generator.Model;

internal enum NamedKind
{
    Object,
    ValueSet,
    IntegerSet,
    Union,
}
