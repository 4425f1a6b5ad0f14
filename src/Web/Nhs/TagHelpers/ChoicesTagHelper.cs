using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Champions.Web.Nhs.Markup;

namespace Champions.Web.Nhs;

/// <summary>What radios and checkboxes share: a legend, a list of answers, and what an answer reveals.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>Without a legend there is no fieldset; then the label of the only answer must say it all.</summary>
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; } = "m";

    /// <summary>The legend is the heading of the page (its only h1).</summary>
    public bool LegendIsHeading { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public bool Small { get; set; }

    /// <summary>radios or checkboxes.</summary>
    private protected abstract string Kind { get; }

    private protected abstract string InputType { get; }

    private protected abstract bool IsChecked(ChoiceItem item);

    private protected virtual string? Layout => null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var items = new List<ChoiceItem>();
        context.Items[typeof(ChoicesTagHelper)] = items;
        await output.GetChildContentAsync();
        items.InsertRange(0, Items.Select(item => new ChoiceItem
        {
            Value = item.Value ?? item.Text,
            Label = item.Text,
            Disabled = item.Disabled,
            Checked = item.Selected ? true : null
        }));

        var list = El("div", Classes("nhsuk-" + Kind, Small ? $"nhsuk-{Kind}--small" : null, Layout))
            .With("data-module", "nhsuk-" + Kind)
            .WithAll(output.Attributes);
        for (var index = 0; index < items.Count; index++)
        {
            AddItem(list, items[index], index);
        }

        var inner = Join(HintElement, ErrorElement, list);
        output.Become(Legend is null
            ? Group(null, inner)
            : Group(null, El("fieldset", "nhsuk-fieldset", Parts.Legend(Legend, LegendSize, LegendIsHeading), inner)
                .With("aria-describedby", DescribedBy)));
    }

    private void AddItem(TagBuilder list, ChoiceItem item, int index)
    {
        if (item.Divider is not null)
        {
            list.Add(El("div", $"nhsuk-{Kind}__divider", item.Divider));
            return;
        }

        // The first answer has the plain id, so that the error summary can lead to it
        var id = index == 0 ? FieldId : $"{FieldId}-{index + 1}";
        var isChecked = IsChecked(item);
        var hintId = item.Hint is null ? null : id + "-item-hint";
        var described = Classes(Legend is null ? DescribedBy : null, hintId);
        var conditionalId = item.Conditional is null ? null : "conditional-" + id;
        var input = El("input", $"nhsuk-{Kind}__input")
            .With("id", id)
            .With("name", item.Name ?? FieldName)
            .With("type", InputType)
            .With("value", item.Value)
            .With("checked", isChecked)
            .With("disabled", item.Disabled)
            .With("data-behaviour", item.Exclusive ? "exclusive" : null)
            .With("data-aria-controls", conditionalId)
            .With("aria-describedby", described.Length > 0 ? described : null);
        list.Add(El("div", $"nhsuk-{Kind}__item", input,
            El("label", $"nhsuk-label nhsuk-{Kind}__label", item.Label).With("for", id),
            item.Hint is null ? null : Parts.Hint(item.Hint, hintId, $"nhsuk-{Kind}__hint")));
        if (item.Conditional is not null)
        {
            list.Add(El("div", Classes($"nhsuk-{Kind}__conditional", isChecked ? null : $"nhsuk-{Kind}__conditional--hidden"), item.Conditional)
                .With("id", conditionalId));
        }
    }
}
