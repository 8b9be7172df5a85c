using KoreXo.Cli.Calls.Arguments;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Documents;

/// <summary>An operation, as it is called from a shell.</summary>
/// <param name="document">The document.</param>
/// <param name="model">The operation.</param>
/// <param name="name">Its name in a shell, such as <c>list-sessions</c>.</param>
internal sealed class CallOperation(CallDocument document, OperationModel model, string name)
{
    private IReadOnlyList<CallArgument>? _arguments;

    public CallDocument Document { get; } = document;

    public OperationModel Model { get; } = model;

    public string Name { get; } = name;

    /// <summary>Gets the words of the command, such as <c>korexo call analytics list-sessions</c>.</summary>
    public string Command => $"{Document.Command} {Name}";

    public IReadOnlyList<CallArgument> Arguments => _arguments ??= ArgumentList.Create(this);
}
