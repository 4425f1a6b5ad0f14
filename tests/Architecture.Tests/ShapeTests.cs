using System.Reflection;
using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Champions.Architecture.Tests;

/// <summary>Every use case, reader and page looks like the others.</summary>
public sealed class ShapeTests
{
    /// <summary>The operator runs these from the command line: there is no person and no trust.</summary>
    /// <summary>What people do at the door: until they are in, there is no actor.</summary>
    private const string BeforeAnybodyIsIn = "Champions.Application.Entering";

    private static readonly string[] RunByTheOperator = ["ImportTrustsHandler", "ImportSitesHandler"];

    private static readonly Assembly[] Product = [Code.Domain, Code.Application, Code.Infrastructure, Code.Web];

    public static TheoryData<string> Handlers => [.. HandlerTypes.Select(t => t.FullName!)];

    private static IEnumerable<Type> HandlerTypes =>
        Code.TypesOf(Code.Application).Where(t => t.IsClass && t.Name.EndsWith("Handler", StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_unless_something_inherits_from_them()
    {
        var parents = Code.TypesOf(Product).Select(t => t.BaseType).OfType<Type>()
            .Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();

        Code.TypesOf(Product).Where(t => t.IsClass && !t.IsSealed && !parents.Contains(t)).Select(t => t.FullName)
            .Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Handlers))]
    public void A_handler_takes_a_command_an_actor_and_a_token_and_answers_with_a_result(string name)
    {
        var handler = Code.Application.GetType(name)!;
        var method = handler.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Should().ContainSingle().Subject;

        method.Name.Should().Be("HandleAsync");
        var expected = RunByTheOperator.Contains(handler.Name) || handler.Namespace == BeforeAnybodyIsIn
            ? (Type[])[typeof(CancellationToken)]
            : [typeof(Actor), typeof(CancellationToken)];
        var taken = method.GetParameters().Select(p => p.ParameterType).ToList();
        taken[0].Name.Should().Be(handler.Name[..^"Handler".Length], "a handler is named after its command");
        taken.Skip(1).Should().Equal(expected);
        method.ReturnType.GetGenericTypeDefinition().Should().Be(typeof(Task<>));
        method.ReturnType.GetGenericArguments()[0].Should().BeAssignableTo<Result>();
        handler.GetConstructors().Should().ContainSingle();
    }

    [Fact]
    public void There_are_handlers_to_look_at() => HandlerTypes.Should().HaveCountGreaterThan(2);

    [Fact]
    public void Nothing_that_only_forwards_handlers_take_no_handlers() =>
        HandlerTypes.Where(t => Takes(t).Any(p => p.Name.EndsWith("Handler", StringComparison.Ordinal))).Select(t => t.Name).Should().BeEmpty();

    [Fact]
    public void Page_models_are_sealed_and_never_take_the_database()
    {
        var models = Code.TypesOf(Code.Web).Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract).ToList();

        models.Should().NotBeEmpty();
        models.Where(t => !t.IsSealed).Select(t => t.FullName).Should().BeEmpty();
        models.Where(t => Takes(t).Any(p => p.IsAssignableTo(typeof(DbContext)) || p.IsAssignableTo(typeof(IChampionsDb)))).Select(t => t.FullName)
            .Should().BeEmpty();
    }

    [Fact]
    public void Input_models_carry_no_owner_trust_role_or_state()
    {
        string[] refused = ["TrustId", "Trust", "Role", "Roles", "OwnerId", "Status", "State", "BookedById", "PersonId"];

        Code.TypesOf(Code.Web).Where(t => t.DeclaringType?.IsAssignableTo(typeof(PageModel)) == true)
            .SelectMany(t => t.GetProperties().Where(p => p.SetMethod?.IsPublic == true && refused.Contains(p.Name)).Select(p => $"{t.FullName}.{p.Name}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Entities_are_changed_through_methods_only() =>
        Code.TypesOf(Code.Domain).Where(t => t.IsAssignableTo(typeof(IAggregate)) || t.IsAssignableTo(typeof(ITrustOwned)))
            .SelectMany(t => t.GetProperties().Where(p => p.SetMethod?.IsPublic == true && !IsInit(p)).Select(p => $"{t.Name}.{p.Name}"))
            .Should().BeEmpty();

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        string[] vague = ["Manager", "Helper", "Helpers", "Service", "Dto", "Base", "Util", "Utils", "Repository"];

        Code.TypesOf(Product).Where(t => !t.IsAssignableTo(typeof(ITagHelper)))
            .Where(t => vague.Any(word => t.Name.EndsWith(word, StringComparison.Ordinal))).Select(t => t.FullName)
            .Should().BeEmpty();
    }

    private static IEnumerable<Type> Takes(Type type) => type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType);

    private static bool IsInit(PropertyInfo property) => property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
