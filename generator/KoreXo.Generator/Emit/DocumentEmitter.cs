using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the files of one document.</summary>
internal static class DocumentEmitter
{
    public static void Emit(SourceProductionContext output, DocumentModel document)
    {
        if (document.Operations.Count == 0 && document.Webhooks.Count == 0)
        {
            return;
        }

        var context = new EmitContext(PagerMembers.LeaveOut(document), output.CancellationToken);
        var name = document.HintName.Replace("@", "");
        if (document.Operations.Count > 0)
        {
            output.AddSource($"{name}.Client.g.cs", ClientEmitter.Emit(context));
            output.AddSource($"{name}.Operations.g.cs", OperationsEmitter.Emit(context));
        }

        foreach (var file in TypeFile.Divide(context))
        {
            output.AddSource($"{name}.Models{file.Suffix}.g.cs", ModelEmitter.Emit(context, file));
            output.AddSource($"{name}.Json{file.Suffix}.g.cs", JsonEmitter.Emit(context, file));
        }

        if (document.Operations.Count > 0)
        {
            output.AddSource($"{name}.Registration.g.cs", RegistrationEmitter.Emit(context));
        }

        if (document.Webhooks.Count > 0)
        {
            output.AddSource($"{name}.Webhooks.g.cs", WebhookEmitter.Emit(context));
        }
    }
}
