using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The registration of a document's client with dependency injection.</summary>
internal static class RegistrationEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin("Microsoft.Extensions.DependencyInjection", context.CancellationToken);
        var name = context.Document.ClientName;
        var client = TypeText.Qualified(name, context);
        var collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
        var builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
        const string options = "global::KoreXo.KoreXoClientOptions";
        var api = $"static () => {TypeText.Qualified($"{context.Document.Stem}Operations", context)}.Api";
        var create = $"static connection => new {client}(connection, ownsConnection: true)";
        using (
            writer.Block(
                $"""
                /// <summary>Registers <see cref="{client}"/>.</summary>
                {SourceFile.GeneratedCode}
                {context.Document.Accessibility} static class {context.Document.Namespace.Replace(".", "").Replace(
                    "@",
                    ""
                )}{name}ServiceCollectionExtensions
                """
            )
        )
        {
            foreach (
                var (configure, sets) in new[]
                {
                    ($"global::System.Action<{options}>", "Sets the options. They are checked when the host starts."),
                    (
                        $"global::System.Action<global::System.IServiceProvider, {options}>",
                        "Sets the options, with the services of the application at hand. They are checked when the host starts."
                    ),
                }
            )
            {
                writer.Line(
                    $$"""
                    /// <summary>Registers the client as a singleton.</summary>
                    /// <param name="services">The services.</param>
                    /// <param name="configure">{{sets}}</param>
                    /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                    /// <exception cref="global::System.InvalidOperationException">The client is registered already.</exception>
                    public static {{builder}} Add{{name}}(this {{collection}} services, {{configure}} configure) =>
                        global::KoreXo.Runtime.ClientRegistration.Add(services, null, {{api}}, configure, {{create}});

                    /// <summary>Registers a named client as a keyed singleton; two names share nothing.</summary>
                    /// <param name="services">The services.</param>
                    /// <param name="name">The key to resolve the client by.</param>
                    /// <param name="configure">{{sets}}</param>
                    /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                    /// <exception cref="global::System.InvalidOperationException">A client with this name is registered already.</exception>
                    public static {{builder}} Add{{name}}(this {{collection}} services, string name, {{configure}} configure) =>
                        global::KoreXo.Runtime.ClientRegistration.Add(services, name, {{api}}, configure, {{create}});
                    """
                );
                writer.Gap();
            }
        }

        return writer.ToSourceText();
    }
}
